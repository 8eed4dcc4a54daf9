package org.commonwright.machine.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The first JPEG in what a camera sends; empty when there is none. Once it is there, or after the largest size, no more is read.
final class FirstJpeg implements HttpResponse.BodySubscriber<Optional<byte[]>> {
    private static final int LARGEST = 8 << 20;

    private final CompletableFuture<Optional<byte[]>> found = new CompletableFuture<>();
    private final ByteArrayOutputStream picture = new ByteArrayOutputStream();
    private int before = -1;
    private int read;
    private Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<Optional<byte[]>> getBody() {
        return found;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            while (piece.hasRemaining() && !found.isDone()) {
                take(piece.get() & 0xFF);
            }
        }
        if (found.isDone() && subscription != null) {
            subscription.cancel();
        }
    }

    /// A JPEG begins with FF D8 and ends with FF D9; between them FF is followed by 00 or by the name of a segment.
    private void take(int b) {
        boolean begun = picture.size() > 0;
        if (++read > LARGEST) {
            found.complete(Optional.empty());
        } else if (!begun && before == 0xFF && b == 0xD8) {
            picture.write(0xFF);
            picture.write(b);
        } else if (begun) {
            picture.write(b);
            if (before == 0xFF && b == 0xD9) {
                found.complete(Optional.of(picture.toByteArray()));
            }
        }
        before = b;
    }

    @Override
    public void onError(Throwable why) {
        found.completeExceptionally(why instanceof IOException ? why : new IOException(why));
    }

    @Override
    public void onComplete() {
        found.complete(Optional.empty());
    }
}
