package dev.signalbox.host.servers;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What must be installed for these tests; where it is not they are skipped, and it is said what to install. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.Condition.class)
@interface Needs {
    Program[] value();

    /** Looks, and says aloud what is missing. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Optional<Class<?>> tests = context.getElement()
                    .filter(element -> element instanceof Class<?>)
                    .map(element -> (Class<?>) element);
            if (tests.isEmpty()) {
                return ConditionEvaluationResult.enabled("decided for the whole class");
            }
            String missing = AnnotationSupport.findAnnotation(tests.get(), Needs.class).stream()
                    .flatMap(needs -> Stream.of(needs.value()))
                    .filter(program -> program.find().isEmpty())
                    .map(Program::missing)
                    .collect(joining("; "));
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("everything is installed");
            }
            System.out.println("SKIPPED " + tests.get().getSimpleName() + ": " + missing);
            return ConditionEvaluationResult.disabled(missing);
        }
    }
}
