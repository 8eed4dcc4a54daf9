package org.commonwright.workbench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.framework.junit5.ApplicationExtension;

/// A test that opens a window. There is one toolkit with one thread, one pointer and one focus: such tests are done one after
/// the other, beside those of the engines.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ApplicationExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface WindowTest {
}
