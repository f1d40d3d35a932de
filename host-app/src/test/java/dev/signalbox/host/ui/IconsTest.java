package dev.signalbox.host.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IconsTest {

    @ParameterizedTest
    @MethodSource("names")
    void everyIconLoadsAndShowsSomething(String name) {
        FlatSVGIcon icon = Icons.of(name);
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        icon.paintIcon(null, image.getGraphics(), 0, 0);

        assertThat(icon.getIconWidth()).isEqualTo(16);
        assertThat(icon.getIconHeight()).isEqualTo(16);
        assertThat(IntStream.of(image.getRGB(0, 0, 16, 16, null, 0, 16))).anyMatch(pixel -> pixel != 0);
    }

    @Test
    void anIconMayBeLarger() {
        assertThat(Icons.of("signalbox", 64).getIconWidth()).isEqualTo(64);
    }

    @Test
    void anIconThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Icons.of("no-such"))
                .withMessage("there is no icon no-such");
    }

    static List<String> names() throws Exception {
        Path place =
                Path.of(Objects.requireNonNull(Icons.class.getResource("icons")).toURI());
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.replaceFirst("\\.svg$", ""))
                    .sorted()
                    .toList();
        }
    }
}
