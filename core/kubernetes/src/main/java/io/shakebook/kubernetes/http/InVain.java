// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.time.Duration;

/** Hears of each try in vain that is repeated. Called from several threads. */
public interface InVain {

    /**
     * @param why in words for the user, without a secret
     * @param asked since the question was asked first
     * @param pause until it is asked again
     */
    void again(String why, Duration asked, Duration pause);
}
