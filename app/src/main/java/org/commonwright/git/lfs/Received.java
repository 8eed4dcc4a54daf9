package org.commonwright.git.lfs;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// Hands an answer on piece by piece; never more of it is held than one piece.
final class Received implements BodySubscriber<Boolean> {
    private final Sink sink;
    private final AtomicLong moved;
    private final CompletableFuture<Boolean> whole = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /// What takes the pieces.
    @FunctionalInterface
    interface Sink {
        /// @return whether more is wanted
        boolean take(ByteBuffer bytes) throws IOException;
    }

    /// @param moved counts the bytes, so that who waits sees that something happens
    Received(Sink sink, AtomicLong moved) {
        this.sink = sink;
        this.moved = moved;
    }

    @Override
    public CompletionStage<Boolean> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription to) {
        subscription = to;
        to.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        try {
            for (ByteBuffer piece : pieces) {
                moved.addAndGet(piece.remaining());
                if (!sink.take(piece)) {
                    end();
                    whole.complete(false);
                    return;
                }
            }
            if (subscription != null) {
                subscription.request(1);
            }
        } catch (IOException | Fault e) {
            end();
            whole.completeExceptionally(e);
        }
    }

    private void end() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable e) {
        whole.completeExceptionally(e);
    }

    @Override
    public void onComplete() {
        whole.complete(true);
    }
}
