package dev.signalbox.sse.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs each fuzzer for some seconds, with Jazzer, each in a JVM of its own. Inputs that reach something new are kept in
 * the build directory and begin the next run.
 */
final class FuzzRun {
    private FuzzRun() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path build = Path.of(arguments[0]);
        Path seeds = Path.of(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        boolean clean = true;
        for (Class<?> fuzzer : List.of(ParserFuzzer.class, DecoderFuzzer.class)) {
            String name = fuzzer.getSimpleName();
            System.out.println("== " + name + ", " + seconds + " s");
            if (run(fuzzer, build.resolve(name), seeds.resolve(name), seconds) != 0) {
                clean = false;
                System.out.println(name + " found an input that is read wrongly. It lies in " + build.resolve(name)
                        + "; mend the code, and copy the input to " + seeds.resolve(name) + " as a test.");
            }
        }
        System.exit(clean ? 0 : 1);
    }

    private static int run(Class<?> fuzzer, Path build, Path seeds, int seconds)
            throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(build.resolve("corpus"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + fuzzer.getName(),
                "--instrumentation_includes=dev.signalbox.sse.**",
                "--reproducer_path=" + build,
                "-artifact_prefix=" + build + "/",
                "-max_total_time=" + seconds,
                // the hooks look for dangers that neither has, and take long to put in
                "--custom_hook_excludes=com.fasterxml.**",
                "-timeout=60",
                "-rss_limit_mb=4096",
                "-max_len=4096",
                corpus.toString(),
                seeds.toString());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
