import { append } from "../append.ts";
import type { Span } from "./traffic.ts";

/**
 * Ports by which machines are administered and data stores are read, as IANA and the products themselves name them: what
 * nobody means to offer to the whole internet.
 */
export const PORTS: readonly number[] = [
  20, 21, 22, 23, 111, 135, 137, 138, 139, 389, 445, 512, 513, 514, 636, 873, 1433, 1434, 1521, 2049, 2181,
  2375, 2376, 2379, 2380, 3306, 3389, 4333, 5432, 5439, 5500, 5601, 5900, 5985, 5986, 6379, 7000, 7001, 8020,
  9042, 9092, 9200, 9300, 10_250, 11_211, 27_017, 27_018, 27_019, 50_070,
];

export function administrationPorts({ from, to }: Span): readonly number[] {
  let ports: readonly number[] = [];
  // without a function for each port: rules are many, and most open one
  for (const port of PORTS) if (port >= from && port <= to) ports = append(ports, port);
  return ports;
}
