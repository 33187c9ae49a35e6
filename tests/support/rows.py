"""The manual's own rows, by the families of its tables. Whoever adds a signal of his own needs no line here."""

from __future__ import annotations

POSTURAS = {
    "manos_tras_cabeza",
    "caminar_erguido",
    "cabeza_sobre_manos",
    "mirar_al_piso",
    "manos_a_la_espalda",
    "piernas_cruzadas",
    "brazos_cruzados",
    "manos_en_bolsillos",
    "hombros_encorvados",
    "recargarse",
}
GESTOS = {
    "acariciar_mandibula",
    "tirar_oreja",
    "frotar_manos",
    "apretar_nariz",
    "golpetear_dedos",
    "jugar_cabello",
    "frotar_ojo",
    "tocar_nariz",
    "asentir",
    "palma_abierta",
}
ROSTRO = {"mirar_abajo", "inclinar_cabeza", "fruncir_ceno", "sonrisa", "contacto_visual"}
PRAISED = {"caminar_erguido", "asentir", "inclinar_cabeza", "sonrisa", "contacto_visual", "palma_abierta"}

MANUAL = POSTURAS | GESTOS | ROSTRO
"""All of it: these need an advice of more than one wording, a drill and somebody recorded who shows it."""
