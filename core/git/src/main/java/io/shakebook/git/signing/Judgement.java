// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.signing;

/** What is to be thought of a commit's signature. */
public sealed interface Judgement {

    /**
     * Somebody of the list signed it.
     *
     * @param signer as the list names them
     * @param key its fingerprint
     */
    record Good(String signer, String key) implements Judgement {}

    /**
     * Nobody of the list is known to have signed it.
     *
     * @param why a sentence's end, after "commit ...": {@code is not signed}
     * @param remedy what to do, starting with a verb
     */
    record Refused(String why, String remedy) implements Judgement {}
}
