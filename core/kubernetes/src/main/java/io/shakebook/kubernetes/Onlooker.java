// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

/** Somebody who watches, and would otherwise see nothing while a cluster is asked again. Called from several threads. */
public interface Onlooker {

    /** @param line for the user, without a secret: {@code east: no whole answer within 10 s from https://…; asking again} */
    void hears(String line);
}
