package org.commonwright;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Classes whose methods run beside each other come first: they are the long ones and need the most memory, and what is short fills
/// what is left at the end. junit-platform.properties names this class.
public final class LongOnesFirst implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(described -> !isLong(described)));
    }

    private static boolean isLong(ClassDescriptor described) {
        return described.findAnnotation(Execution.class).filter(e -> e.value() == ExecutionMode.CONCURRENT).isPresent();
    }
}
