import type { Link } from "./link.ts";

const NETWORK = ["Microsoft.Network/virtualNetworks"];
const SUBNET = ["Microsoft.Network/virtualNetworks/subnets"];
const GROUP = ["Microsoft.Network/networkSecurityGroups"];
const TABLE = ["Microsoft.Network/routeTables"];
const ADDRESS = ["Microsoft.Network/publicIPAddresses"];
const NAT = ["Microsoft.Network/natGateways"];
const POLICY = ["Microsoft.Network/firewallPolicies"];
const ENDPOINT = ["Microsoft.Network/privateEndpoints"];
const ZONE = ["Microsoft.Network/privateDnsZones"];
const GATEWAY = ["Microsoft.Network/virtualNetworkGateways"];

const subnetLinks: readonly Link[] = [
  { type: "Microsoft.Network/virtualNetworks/subnets", at: "/parent", to: NETWORK },
  {
    type: "Microsoft.Network/virtualNetworks/subnets",
    at: "/properties/networkSecurityGroup/id",
    to: GROUP,
  },
  { type: "Microsoft.Network/virtualNetworks/subnets", at: "/properties/routeTable/id", to: TABLE },
  { type: "Microsoft.Network/virtualNetworks/subnets", at: "/properties/natGateway/id", to: NAT },
  {
    type: "Microsoft.Network/virtualNetworks",
    at: "/properties/subnets/*/properties/networkSecurityGroup/id",
    to: GROUP,
  },
  {
    type: "Microsoft.Network/virtualNetworks",
    at: "/properties/subnets/*/properties/routeTable/id",
    to: TABLE,
  },
  {
    type: "Microsoft.Network/virtualNetworks",
    at: "/properties/subnets/*/properties/natGateway/id",
    to: NAT,
  },
];

export const azureNetworkLinks: readonly Link[] = [
  ...subnetLinks,
  { type: "Microsoft.Network/networkSecurityGroups/securityRules", at: "/parent", to: GROUP },
  { type: "Microsoft.Network/routeTables/routes", at: "/parent", to: TABLE },
  { type: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings", at: "/parent", to: NETWORK },
  {
    type: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
    at: "/properties/remoteVirtualNetwork/id",
    to: NETWORK,
  },
  {
    type: "Microsoft.Network/networkInterfaces",
    at: "/properties/ipConfigurations/*/properties/publicIPAddress/id",
    to: ADDRESS,
  },
  {
    type: "Microsoft.Network/networkInterfaces",
    at: "/properties/ipConfigurations/*/properties/subnet/id",
    to: SUBNET,
  },
  { type: "Microsoft.Network/networkInterfaces", at: "/properties/networkSecurityGroup/id", to: GROUP },
  { type: "Microsoft.Network/azureFirewalls", at: "/properties/firewallPolicy/id", to: POLICY },
  {
    type: "Microsoft.Network/azureFirewalls",
    at: "/properties/ipConfigurations/*/properties/subnet/id",
    to: SUBNET,
  },
  { type: "Microsoft.Network/firewallPolicies", at: "/properties/basePolicy/id", to: POLICY },
  { type: "Microsoft.Network/firewallPolicies/ruleCollectionGroups", at: "/parent", to: POLICY },
  { type: "Microsoft.Network/privateEndpoints", at: "/properties/subnet/id", to: SUBNET },
  { type: "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", at: "/parent", to: ENDPOINT },
  {
    type: "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
    at: "/properties/privateDnsZoneConfigs/*/properties/privateDnsZoneId",
    to: ZONE,
  },
  { type: "Microsoft.Network/privateDnsZones/virtualNetworkLinks", at: "/parent", to: ZONE },
  {
    type: "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
    at: "/properties/virtualNetwork/id",
    to: NETWORK,
  },
  {
    type: "Microsoft.Network/virtualNetworkGateways",
    at: "/properties/ipConfigurations/*/properties/subnet/id",
    to: SUBNET,
  },
  { type: "Microsoft.Network/connections", at: "/properties/virtualNetworkGateway1/id", to: GATEWAY },
  {
    type: "Microsoft.Network/networkWatchers/flowLogs",
    at: "/properties/targetResourceId",
    to: [...NETWORK, ...SUBNET, ...GROUP, "Microsoft.Network/networkInterfaces"],
  },
  {
    type: "Microsoft.Network/networkWatchers/flowLogs",
    at: "/properties/storageId",
    to: ["Microsoft.Storage/storageAccounts"],
  },
  {
    type: "Microsoft.Network/networkWatchers/flowLogs",
    at: "/properties/flowAnalyticsConfiguration/networkWatcherFlowAnalyticsConfiguration/workspaceResourceId",
    to: ["Microsoft.OperationalInsights/workspaces"],
  },
];
