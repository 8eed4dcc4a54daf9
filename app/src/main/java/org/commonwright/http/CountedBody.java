package org.commonwright.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what is sent, so that who waits sees that something happens.
///
/// @param contentLength said in advance
public record CountedBody(BodyPublisher body, long contentLength, AtomicLong moved) implements BodyPublisher {
    /// Of a body that knows its length.
    public CountedBody(BodyPublisher body, AtomicLong moved) {
        this(body, body.contentLength(), moved);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> to) {
        body.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                to.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer piece) {
                moved.addAndGet(piece.remaining());
                to.onNext(piece);
            }

            @Override
            public void onError(Throwable e) {
                to.onError(e);
            }

            @Override
            public void onComplete() {
                to.onComplete();
            }
        });
    }
}
