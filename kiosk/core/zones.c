/* SPDX-License-Identifier: MIT */
/* A place for each time that is kept somewhere on earth, by regions; in some large ones several, so
 * that people find a name they know. Each is below the system's folder of zones. */
#include "core/zones.h"

#include <string.h>

const struct zone ZONES[ZONE_COUNT] = {
    {"Atlantic/Azores", MSG_ZONE_EUROPE_AZORES},
    {"Atlantic/Reykjavik", MSG_ZONE_EUROPE_REYKJAVIK},
    {"Atlantic/Canary", MSG_ZONE_EUROPE_CANARY},
    {"Europe/Lisbon", MSG_ZONE_EUROPE_LISBON},
    {"Europe/Dublin", MSG_ZONE_EUROPE_DUBLIN},
    {"Europe/London", MSG_ZONE_EUROPE_LONDON},
    {"Europe/Madrid", MSG_ZONE_EUROPE_MADRID},
    {"Europe/Paris", MSG_ZONE_EUROPE_PARIS},
    {"Europe/Berlin", MSG_ZONE_EUROPE_BERLIN},
    {"Europe/Rome", MSG_ZONE_EUROPE_ROME},
    {"Europe/Warsaw", MSG_ZONE_EUROPE_WARSAW},
    {"Europe/Athens", MSG_ZONE_EUROPE_ATHENS},
    {"Europe/Bucharest", MSG_ZONE_EUROPE_BUCHAREST},
    {"Europe/Helsinki", MSG_ZONE_EUROPE_HELSINKI},
    {"Europe/Kyiv", MSG_ZONE_EUROPE_KYIV},
    {"Europe/Istanbul", MSG_ZONE_EUROPE_ISTANBUL},
    {"Europe/Minsk", MSG_ZONE_EUROPE_MINSK},
    {"Europe/Moscow", MSG_ZONE_EUROPE_MOSCOW},
    {"Atlantic/Cape_Verde", MSG_ZONE_AFRICA_PRAIA},
    {"Africa/Casablanca", MSG_ZONE_AFRICA_CASABLANCA},
    {"Africa/Dakar", MSG_ZONE_AFRICA_DAKAR},
    {"Africa/Accra", MSG_ZONE_AFRICA_ACCRA},
    {"Africa/Algiers", MSG_ZONE_AFRICA_ALGIERS},
    {"Africa/Tunis", MSG_ZONE_AFRICA_TUNIS},
    {"Africa/Lagos", MSG_ZONE_AFRICA_LAGOS},
    {"Africa/Kinshasa", MSG_ZONE_AFRICA_KINSHASA},
    {"Africa/Tripoli", MSG_ZONE_AFRICA_TRIPOLI},
    {"Africa/Cairo", MSG_ZONE_AFRICA_CAIRO},
    {"Africa/Khartoum", MSG_ZONE_AFRICA_KHARTOUM},
    {"Africa/Johannesburg", MSG_ZONE_AFRICA_JOHANNESBURG},
    {"Africa/Nairobi", MSG_ZONE_AFRICA_NAIROBI},
    {"Africa/Addis_Ababa", MSG_ZONE_AFRICA_ADDIS_ABABA},
    {"Indian/Mauritius", MSG_ZONE_AFRICA_MAURITIUS},
    {"Pacific/Honolulu", MSG_ZONE_NORTH_HONOLULU},
    {"America/Anchorage", MSG_ZONE_NORTH_ANCHORAGE},
    {"America/Vancouver", MSG_ZONE_NORTH_VANCOUVER},
    {"America/Los_Angeles", MSG_ZONE_NORTH_LOS_ANGELES},
    {"America/Tijuana", MSG_ZONE_NORTH_TIJUANA},
    {"America/Phoenix", MSG_ZONE_NORTH_PHOENIX},
    {"America/Denver", MSG_ZONE_NORTH_DENVER},
    {"America/Chicago", MSG_ZONE_NORTH_CHICAGO},
    {"America/Mexico_City", MSG_ZONE_NORTH_MEXICO_CITY},
    {"America/Guatemala", MSG_ZONE_NORTH_GUATEMALA},
    {"America/Costa_Rica", MSG_ZONE_NORTH_SAN_JOSE},
    {"America/Panama", MSG_ZONE_NORTH_PANAMA},
    {"America/New_York", MSG_ZONE_NORTH_NEW_YORK},
    {"America/Toronto", MSG_ZONE_NORTH_TORONTO},
    {"America/Havana", MSG_ZONE_NORTH_HAVANA},
    {"America/Santo_Domingo", MSG_ZONE_NORTH_SANTO_DOMINGO},
    {"America/Puerto_Rico", MSG_ZONE_NORTH_SAN_JUAN},
    {"America/Halifax", MSG_ZONE_NORTH_HALIFAX},
    {"America/St_Johns", MSG_ZONE_NORTH_ST_JOHNS},
    {"America/Bogota", MSG_ZONE_SOUTH_BOGOTA},
    {"America/Guayaquil", MSG_ZONE_SOUTH_QUITO},
    {"America/Lima", MSG_ZONE_SOUTH_LIMA},
    {"America/Caracas", MSG_ZONE_SOUTH_CARACAS},
    {"America/La_Paz", MSG_ZONE_SOUTH_LA_PAZ},
    {"America/Manaus", MSG_ZONE_SOUTH_MANAUS},
    {"America/Asuncion", MSG_ZONE_SOUTH_ASUNCION},
    {"America/Santiago", MSG_ZONE_SOUTH_SANTIAGO},
    {"America/Argentina/Buenos_Aires", MSG_ZONE_SOUTH_BUENOS_AIRES},
    {"America/Montevideo", MSG_ZONE_SOUTH_MONTEVIDEO},
    {"America/Sao_Paulo", MSG_ZONE_SOUTH_SAO_PAULO},
    {"Asia/Jerusalem", MSG_ZONE_NEAR_JERUSALEM},
    {"Asia/Gaza", MSG_ZONE_NEAR_GAZA},
    {"Asia/Beirut", MSG_ZONE_NEAR_BEIRUT},
    {"Asia/Damascus", MSG_ZONE_NEAR_DAMASCUS},
    {"Asia/Amman", MSG_ZONE_NEAR_AMMAN},
    {"Asia/Baghdad", MSG_ZONE_NEAR_BAGHDAD},
    {"Asia/Kuwait", MSG_ZONE_NEAR_KUWAIT},
    {"Asia/Riyadh", MSG_ZONE_NEAR_RIYADH},
    {"Asia/Qatar", MSG_ZONE_NEAR_DOHA},
    {"Asia/Dubai", MSG_ZONE_NEAR_DUBAI},
    {"Asia/Muscat", MSG_ZONE_NEAR_MUSCAT},
    {"Asia/Aden", MSG_ZONE_NEAR_ADEN},
    {"Asia/Tehran", MSG_ZONE_NEAR_TEHRAN},
    {"Asia/Tbilisi", MSG_ZONE_NEAR_TBILISI},
    {"Asia/Kabul", MSG_ZONE_ASIA_KABUL},
    {"Asia/Karachi", MSG_ZONE_ASIA_KARACHI},
    {"Asia/Tashkent", MSG_ZONE_ASIA_TASHKENT},
    {"Asia/Almaty", MSG_ZONE_ASIA_ALMATY},
    {"Asia/Yekaterinburg", MSG_ZONE_ASIA_YEKATERINBURG},
    {"Asia/Novosibirsk", MSG_ZONE_ASIA_NOVOSIBIRSK},
    {"Asia/Kolkata", MSG_ZONE_ASIA_DELHI},
    {"Asia/Colombo", MSG_ZONE_ASIA_COLOMBO},
    {"Asia/Kathmandu", MSG_ZONE_ASIA_KATHMANDU},
    {"Asia/Dhaka", MSG_ZONE_ASIA_DHAKA},
    {"Asia/Yangon", MSG_ZONE_ASIA_YANGON},
    {"Asia/Bangkok", MSG_ZONE_ASIA_BANGKOK},
    {"Asia/Jakarta", MSG_ZONE_ASIA_JAKARTA},
    {"Asia/Singapore", MSG_ZONE_ASIA_SINGAPORE},
    {"Asia/Shanghai", MSG_ZONE_ASIA_SHANGHAI},
    {"Asia/Hong_Kong", MSG_ZONE_ASIA_HONG_KONG},
    {"Asia/Manila", MSG_ZONE_ASIA_MANILA},
    {"Asia/Seoul", MSG_ZONE_ASIA_SEOUL},
    {"Asia/Tokyo", MSG_ZONE_ASIA_TOKYO},
    {"Asia/Vladivostok", MSG_ZONE_ASIA_VLADIVOSTOK},
    {"Australia/Perth", MSG_ZONE_PACIFIC_PERTH},
    {"Australia/Darwin", MSG_ZONE_PACIFIC_DARWIN},
    {"Australia/Adelaide", MSG_ZONE_PACIFIC_ADELAIDE},
    {"Australia/Brisbane", MSG_ZONE_PACIFIC_BRISBANE},
    {"Australia/Sydney", MSG_ZONE_PACIFIC_SYDNEY},
    {"Pacific/Guam", MSG_ZONE_PACIFIC_GUAM},
    {"Pacific/Port_Moresby", MSG_ZONE_PACIFIC_PORT_MORESBY},
    {"Pacific/Auckland", MSG_ZONE_PACIFIC_AUCKLAND},
    {"Pacific/Fiji", MSG_ZONE_PACIFIC_SUVA},
    {"Pacific/Tongatapu", MSG_ZONE_PACIFIC_NUKUALOFA},
    {"Pacific/Apia", MSG_ZONE_PACIFIC_APIA},
    {"Pacific/Tahiti", MSG_ZONE_PACIFIC_PAPEETE},
};

const struct zone_region ZONE_REGIONS[ZONE_REGION_COUNT] = {
    {MSG_ZONE_EUROPE, 0, 18},   {MSG_ZONE_AFRICA, 18, 15}, {MSG_ZONE_NORTH, 33, 19},
    {MSG_ZONE_SOUTH, 52, 11},   {MSG_ZONE_NEAR, 63, 14},   {MSG_ZONE_ASIA, 77, 20},
    {MSG_ZONE_PACIFIC, 97, 12},
};

const struct zone *zone_find(const char *name)
{
    for (uint32_t i = 0; i < ZONE_COUNT; i++) {
        if (strcmp(ZONES[i].name, name) == 0) {
            return &ZONES[i];
        }
    }
    return NULL;
}

bool zone_is_in(const struct zone *zone, const struct zone_region *region)
{
    return zone >= &ZONES[region->first] && zone < &ZONES[region->first + region->count];
}
