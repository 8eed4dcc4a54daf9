package org.commonwright.machine.virtual;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.commonwright.machine.protocol.Position;

/// A virtual machine on a bad cable, or with a fault of its own, as a [FaultPlan] has it.
public final class FaultyMachine implements VirtualMachine {
    private static final long MILLI = 1_000_000L;

    private final VirtualMachine machine;
    private final FaultPlan plan;
    private final Deque<Late> late = new ArrayDeque<>();
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int oks;
    private int damageIn = -1;
    private int dropIn = -1;
    private int damageDetail;
    private boolean storm;
    private boolean silent;
    private boolean unplugged;
    private boolean reset;
    private boolean armed;
    private long lateBy;
    private long now;

    private record Late(String text, long at) {}

    public FaultyMachine(VirtualMachine machine, FaultPlan plan) {
        this.machine = machine;
        this.plan = plan;
    }

    /// From now on `ok`s count: a handshake is not what is tested.
    public void arm() {
        armed = true;
    }

    @Override
    public void powerOn(long time) {
        now = time;
        machine.powerOn(time);
        hear();
    }

    @Override
    public void receive(byte[] bytes, int offset, int length, long time) {
        now = time;
        if (silent || unplugged) {
            return;
        }
        var in = new ByteArrayOutputStream();
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            boolean ordinary = b > ' ' && b < 0x7F && "?!~".indexOf(b) < 0;
            if (ordinary && dropIn == 0) {
                dropIn = -1;
                continue;
            }
            boolean damage = ordinary && (damageIn == 0 || storm && b == 'G');
            in.write(damage ? b ^ 1 << damageDetail % 3 : b);
            damageIn = ordinary && damageIn >= 0 ? damageIn - 1 : damageIn;
            dropIn = ordinary && dropIn >= 0 ? dropIn - 1 : dropIn;
        }
        machine.receive(in.toByteArray(), 0, in.size(), time);
        hear();
    }

    @Override
    public void advance(long time) {
        now = time;
        if (!silent && !unplugged) {
            machine.advance(time);
            hear();
        }
        if (reset) {
            reset = false;
            machine.powerOn(time);
            hear();
        }
        while (!late.isEmpty() && late.peek().at() <= time) {
            out.append(late.poll().text());
        }
    }

    /// Takes what the machine says apart into lines and spoils what the plan spoils.
    private void hear() {
        for (byte b : machine.said()) {
            line.append((char) (b & 0xFF));
            if (b == '\n') {
                String text = line.toString();
                line.setLength(0);
                if (!silent && !unplugged) {
                    say(armed && text.startsWith("ok") ? answer(text) : text);
                }
            }
        }
    }

    private String answer(String ok) {
        oks++;
        String text = ok;
        for (FaultPlan.Entry entry : plan.entries()) {
            if (entry.at() == oks) {
                text = fault(entry, text);
            }
        }
        return text;
    }

    private String fault(FaultPlan.Entry entry, String text) {
        switch (entry.kind()) {
            case LOST_OK -> {
                return "";
            }
            case DOUBLED_OK -> {
                return text + text;
            }
            case LATE_OK -> lateBy = Math.max(lateBy, now + entry.detail() * MILLI);
            case CORRUPT_ANSWER -> {
                if (text.isEmpty()) {
                    return text;
                }
                int at = entry.detail() % 2;
                char c = (char) (text.charAt(at) ^ 1 << entry.detail() % 7);
                return text.substring(0, at) + c + text.substring(at + 1);
            }
            case CORRUPT_LINE -> {
                damageIn = entry.detail() % 40;
                damageDetail = entry.detail() / 40;
            }
            case LOST_BYTE -> dropIn = entry.detail() % 40;
            case RESEND_STORM -> storm = true;
            case RESET -> reset = true;
            case UNPLUG -> unplugged = true;
            case SILENCE -> silent = true;
            case ODD_LINE -> {
                return OddLine.of(entry.detail()) + text;
            }
        }
        return text;
    }

    private void say(String text) {
        if (lateBy > now || !late.isEmpty()) {
            late.add(new Late(text, Math.max(lateBy, now)));
        } else {
            out.append(text);
        }
    }

    @Override
    public boolean isEndless() {
        return machine.isEndless();
    }

    @Override
    public boolean isUnplugged() {
        return unplugged;
    }

    @Override
    public long nextEvent() {
        long next = silent || unplugged ? Long.MAX_VALUE : machine.nextEvent();
        return late.isEmpty() ? next : Math.min(next, late.peek().at());
    }

    @Override
    public byte[] said() {
        byte[] bytes = out.toString().getBytes(StandardCharsets.ISO_8859_1);
        out.setLength(0);
        return bytes;
    }

    @Override
    public Position position(long time) {
        return machine.position(time);
    }
}
