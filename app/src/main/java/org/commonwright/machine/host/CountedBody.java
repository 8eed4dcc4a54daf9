package org.commonwright.machine.host;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what is sent, so that an upload can say how far it is. The length is said in advance, because OctoPrint wants it.
record CountedBody(BodyPublisher body, long contentLength, AtomicLong sent) implements BodyPublisher {
    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> to) {
        body.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                to.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer piece) {
                sent.addAndGet(piece.remaining());
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
