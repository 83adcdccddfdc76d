// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.nio.ByteBuffer;

/** Takes a body as it comes, one part after another. */
interface Sink {
    /** @throws TooLong to be spared the rest */
    void take(ByteBuffer part) throws TooLong;
}
