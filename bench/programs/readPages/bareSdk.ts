import { reportRead } from "../report";
import { readBare } from "./readBare";

reportRead(readBare);
