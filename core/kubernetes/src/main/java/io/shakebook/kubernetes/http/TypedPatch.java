// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

/**
 * Tells the one 500 that is a refusal: a body with a field that the schema does not know makes a kube-apiserver answer
 * {@code failed to create typed patch object}, and would each time.
 */
public final class TypedPatch {

    private TypedPatch() {}

    public static boolean refused(Answer answer) {
        return answer.code() == 500 && answer.body().contains("failed to create typed patch object");
    }
}
