package org.commonwright.cli.fabrication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.job.ClaimRecord;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobBook;
import org.commonwright.fabrication.job.JobSpec;
import org.commonwright.fabrication.job.Run;
import org.commonwright.i18n.Messages;

/// Jobs and where they stand as JSON.
final class JobJson {
    private final Messages messages;

    JobJson(Messages messages) {
        this.messages = messages;
    }

    ObjectNode book(JobBook book, List<Fault> away, List<Fault> setAside) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode orders = node.putArray("orders");
        book.orders().values().stream().sorted((a, b) -> a.id().compareTo(b.id()))
                .forEach(order -> orders.add(order.toBody()));
        ArrayNode jobs = node.putArray("jobs");
        book.jobs().forEach(job -> jobs.add(job(job)));
        ArrayNode aside = node.putArray("set_aside");
        book.setAside().forEach(s -> aside.addObject().put("entry", s.entry()).put("code", s.reason().key())
                .put("reason", messages.get(s.reason().key(), s.reason().arguments())));
        ArrayNode unreached = node.putArray("away");
        away.forEach(fault -> unreached.add(messages.get(fault)));
        ArrayNode damaged = node.putArray("damaged");
        setAside.forEach(fault -> damaged.add(messages.get(fault)));
        return node;
    }

    ObjectNode job(Job job) {
        JobSpec spec = job.spec();
        ObjectNode node = spec.toBody();
        node.put("status", job.status().token()).put("status_code", job.reason().key());
        node.put("reason", messages.get(job.reason().key(), job.reason().arguments()));
        node.put("made", job.made()).put("epoch", job.epoch());
        ClaimRecord claim = job.claim();
        node.set("claim", claim == null ? null : claim.toBody().put("by", job.claimant()));
        ArrayNode runs = node.putArray("runs");
        for (Run run : job.runs()) {
            ObjectNode one = runs.addObject();
            one.set("started", run.start().toBody());
            one.set("ended", run.end() == null ? null : run.end().toBody());
        }
        return node;
    }
}
