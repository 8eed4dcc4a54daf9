package org.commonwright.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;

class InlineTasksTest {
    @Test
    void whatAListenerThrowsIsNotTheWorksFailure() {
        List<String> heard = new ArrayList<>();
        var listener = new TaskListener<String>() {
            @Override
            public void done(String result) {
                heard.add(result);
                throw new AssertionError("a test's own");
            }

            @Override
            public void failed(Fault fault) {
                heard.add(fault.code());
            }
        };
        var error = assertThrows(AssertionError.class,
                () -> new InlineTasks().submit(Messages.Key.of("task.unexpected", "test"), _ -> "fine", listener));
        assertEquals("a test's own", error.getMessage());
        assertEquals(List.of("fine"), heard);
    }
}
