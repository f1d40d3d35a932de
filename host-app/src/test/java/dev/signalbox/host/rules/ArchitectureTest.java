package dev.signalbox.host.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the architecture that a compiler does not hold. */
@AnalyzeClasses(packages = "dev.signalbox.host", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** They show any string that looks like HTML as HTML, and fetch its images. */
    private static final Set<String> RENDER_HTML = Set.of(
            "javax.swing.JLabel",
            "javax.swing.JToolTip",
            "javax.swing.JOptionPane",
            "javax.swing.DefaultListCellRenderer",
            "javax.swing.border.TitledBorder",
            "javax.swing.plaf.basic.BasicComboBoxRenderer",
            "javax.swing.table.DefaultTableCellRenderer",
            "javax.swing.tree.DefaultTreeCellRenderer");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.signalbox.host.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ordersKnowNeitherFailuresNorConnections = strangers("order", "failure", "connection");

    @ArchTest
    static final ArchRule failuresKnowNeitherOrdersNorConnections = strangers("failure", "order", "connection");

    @ArchTest
    static final ArchRule connectionsKnowNeitherOrdersNorFailures = strangers("connection", "order", "failure");

    @ArchTest
    static final ArchRule thePartsKnowNothingOfTheWhole = noClasses()
            .that()
            .resideOutsideOfPackage("dev.signalbox.host.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.signalbox.host.app..");

    @ArchTest
    static final ArchRule guiceIsSeenWhereTheConsoleIsWiredOnly = noClasses()
            .that()
            .resideOutsideOfPackage("dev.signalbox.host.app..")
            .and()
            .haveSimpleNameNotEndingWith("Module")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.inject..");

    @ArchTest
    static final ArchRule behaviourKnowsNoWindow = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.signalbox.host.source..",
                    "dev.signalbox.host.plugin..",
                    "dev.signalbox.host.demo..",
                    "dev.signalbox.host.tail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..");

    /** The bus and the settings name the event queue in what only a window calls; TailIT looks at what is loaded. */
    @ArchTest
    static final ArchRule theHostWithoutAWindowKnowsNone = noClasses()
            .that()
            .resideInAPackage("dev.signalbox.host.tail..")
            .or()
            .haveNameMatching(
                    "dev\\.signalbox\\.host\\.app\\.(Headless\\w+|CoreModule|HostThread|StartUp|Tail\\w+|DemoStream)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.awt..",
                    "javax.swing..",
                    "dev.signalbox.host.shell..",
                    "dev.signalbox.host.order..",
                    "dev.signalbox.host.failure..",
                    "dev.signalbox.host.connection..");

    @ArchTest
    static final ArchRule theWatchdogAndWhatIsSaidOfHealthKnowNoWindow = noClasses()
            .that()
            .haveNameMatching("dev\\.signalbox\\.host\\.diagnostics\\."
                    + "(Blame|Culprit|Stall|StallWatch|Stalls|StallReports|StallWords|Samples|Watchdog"
                    + "|Health\\w*(?<!Line)|Load\\w*|DiagnosticsReport)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..");

    @ArchTest
    static final ArchRule settingsKnowTheEventQueueAndNoWindow = noClasses()
            .that()
            .resideInAPackage("dev.signalbox.host.settings..")
            .should()
            .dependOnClassesThat(swingExcept("java.awt.EventQueue"));

    @ArchTest
    static final ArchRule theBusKnowsTheEventQueueAndItsTimerAndNoWindow = noClasses()
            .that()
            .resideInAPackage("dev.signalbox.host.bus..")
            .should()
            .dependOnClassesThat(swingExcept(
                    "java.awt.EventQueue",
                    "javax.swing.Timer",
                    "java.awt.event.ActionEvent",
                    "java.awt.event.ActionListener"));

    @ArchTest
    static final ArchRule nothingThatRendersHtmlIsMadeOutsideTheUiPackage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.signalbox.host.ui..")
            .should()
            .callConstructorWhere(describe("it renders HTML", ArchitectureTest::makesWhatRendersHtml))
            .orShould()
            .accessTargetWhere(describe(
                    "it is JOptionPane or a titled border",
                    access -> owner(access, "javax.swing.JOptionPane") || name(access, "createTitledBorder")));

    /** The watchdog's probe measures the queue itself. It takes nothing there, and a frame of the bus would be in its way. */
    @ArchTest
    static final ArchRule onlyTheBusCrossesToTheEdt = noClasses()
            .that()
            .resideOutsideOfPackage("dev.signalbox.host.bus..")
            .and()
            .doNotHaveFullyQualifiedName("dev.signalbox.host.diagnostics.EventThread")
            .should()
            .accessTargetWhere(describe("it is invokeLater", access -> name(access, "invokeLater")));

    @ArchTest
    static final ArchRule onlyTheBusAndTheStartWaitForTheEdt = noClasses()
            .that()
            .resideOutsideOfPackages("dev.signalbox.host.bus..", "dev.signalbox.host.app..")
            .should()
            .accessTargetWhere(describe("it is invokeAndWait", access -> name(access, "invokeAndWait")));

    @ArchTest
    static final ArchRule onlyTheStartPrintsAndExits = noClasses()
            .that()
            .resideOutsideOfPackage("dev.signalbox.host.app..")
            .should()
            .accessTargetWhere(describe("it prints or exits", ArchitectureTest::printsOrExits));

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .hasSizeGreaterThan(8)
                .allSatisfy(one -> assertThat(one.isAnnotatedWith(NullMarked.class))
                        .as(one.getName())
                        .isTrue());
    }

    @ArchTest
    static void nothingNamesAClassOfTheSsePlugin(JavaClasses classes) throws Exception {
        for (Path file : classFiles(classes)) {
            String constants = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(constants).as(file.toString()).doesNotContain("dev.signalbox.sse", "dev/signalbox/sse");
        }
    }

    private static ArchRule strangers(String one, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("dev.signalbox.host." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(others)
                        .map(other -> "dev.signalbox.host." + other + "..")
                        .toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> swingExcept(String... names) {
        return resideInAnyPackage("java.awt..", "javax.swing..")
                .and(not(describe(
                        "is one of " + String.join(", ", names),
                        type -> Set.of(names).contains(type.getName()))));
    }

    private static boolean makesWhatRendersHtml(JavaConstructorCall call) {
        return RENDER_HTML.contains(call.getTargetOwner().getName());
    }

    private static boolean printsOrExits(JavaAccess<?> access) {
        boolean prints = owner(access, "java.lang.System") && (name(access, "out") || name(access, "err"));
        boolean exits = owner(access, "java.lang.System") && name(access, "exit");
        boolean halts = owner(access, "java.lang.Runtime") && (name(access, "exit") || name(access, "halt"));
        return prints || exits || halts || name(access, "printStackTrace");
    }

    private static boolean owner(JavaAccess<?> access, String type) {
        return access.getTargetOwner().getName().equals(type);
    }

    private static boolean name(JavaAccess<?> access, String name) {
        return access.getTarget().getName().equals(name);
    }

    private static List<Path> classFiles(JavaClasses classes) throws IOException, URISyntaxException {
        Path place = Path.of(classes.get("dev.signalbox.host.app.Main")
                .reflect()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }
}
