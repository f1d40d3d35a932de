package dev.signalbox.sse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = SsePlugin.class, importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {
    @ArchTest
    static final ArchRule onlyTheConnectorAndItsFriendsSeeTheHttpClient = noClasses()
            .that()
            .haveNameNotMatching(
                    ".*\\.stream\\.(CertificateHint|ClientSetup|Dialer|HttpConnector|HttpExchange|ProxyAnswers|ProxyRoutes|Redirect|TransportFault|Way)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..");

    @ArchTest
    static final ArchRule onlyTheDecoderSeesJackson = noClasses()
            .that()
            .haveNameNotMatching(".*\\.OrderDecoder(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule theStreamKnowsNeitherOrdersNorTheConsole = noClasses()
            .that()
            .resideInAPackage("dev.signalbox.sse.stream")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.signalbox.api..", "dev.signalbox.sse");

    @ArchTest
    static final ArchRule nothingKnowsAWindow = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "dev.signalbox.api.ui..");

    @ArchTest
    static final ArchRule onlyThePluginClassIsPublicOutsideTheStream = classes()
            .that()
            .resideInAPackage("dev.signalbox.sse")
            .and()
            .doNotHaveSimpleName("SsePlugin")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .notBePublic();
}
