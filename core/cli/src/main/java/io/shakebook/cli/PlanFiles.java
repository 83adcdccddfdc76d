// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.planning.Mistakes;

/** Plans as files: kept to be reviewed, read again to be carried out. */
public interface PlanFiles {

    /**
     * Reads a plan file and contacts nobody.
     *
     * @throws Mistakes if it is no plan file, of another version, was changed since it was written, or is a preview
     * @throws LocalFault if the file cannot be read
     */
    Planned read(String path) throws Mistakes, LocalFault;

    /**
     * Keeps a plan. A file that is there already is replaced by the whole plan, or stays as it is.
     *
     * @param text the plan file's text
     * @throws LocalFault if the file cannot be written
     */
    void write(String path, String text) throws LocalFault;

    /**
     * What a plan is carried out with. Its clusters are asked who they are.
     *
     * @throws Mistakes if a module is missing or reads the plan's arguments no more, or if a cluster is another one than
     *     the plan was made for
     * @throws LocalFault if a local file or folder cannot be used
     * @throws io.shakebook.spi.Unanswered if a cluster gives no answer
     */
    Carrier open(Planned planned) throws Exception;
}
