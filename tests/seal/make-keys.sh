#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make-keys.sh FOLDER STAMP: a certification authority of invented people for the tests.
#
#   root.pem            the authority to trust; inter.pem below it signs the people
#   NAME.p12            key, certificate and intermediate, password "haslo"
#   NAME.crt NAME.key   the same in pieces
#
# The certificates are valid from 2020 to 2049, so the tests do not age.
set -eu

umask 077
# The days in the templates are days of UTC.
export TZ=UTC
out=$1
stamp=$(realpath "$2")
mkdir -p "$out"
cd "$out"

export GNUTLS_FORCE_FIPS_MODE=0
password=haslo
# QcCompliance and QcSSCD (EN 319 412-5).
qc=0x301430080606'04008e460101'30080606'04008e460104'

quiet() { "$@" >log.txt 2>&1 || { cat log.txt >&2; exit 1; }; }

new_key() { # NAME KIND
  case $2 in
    rsa*) quiet openssl genrsa -out "$1.key" "${2#rsa}" ;;
    p256) quiet openssl ecparam -name prime256v1 -genkey -noout -out "$1.key" ;;
    p384) quiet openssl ecparam -name secp384r1 -genkey -noout -out "$1.key" ;;
    p521) quiet openssl ecparam -name secp521r1 -genkey -noout -out "$1.key" ;;
    ed25519) quiet openssl genpkey -algorithm ed25519 -out "$1.key" ;;
  esac
}

# A file, because the functions run at the ends of pipes.
echo 100 >serial
template() { # NAME FROM UNTIL SUBJECT; more lines on stdin
  serial=$(($(cat serial) + 1))
  echo $serial >serial
  {
    printf 'serial = %d\ndn = "%s"\nactivation_date = "%s 00:00:00"\nexpiration_date = "%s 23:59:59"\n' "$serial" "$4" "$2" "$3"
    cat
  } >"$1.cfg"
}

authority() { # NAME ISSUER SUBJECT
  new_key "$1" p256
  printf 'ca\ncert_signing_key\ncrl_signing_key\n' | template "$1" 2020-01-01 2049-12-31 "$3"
  if [ -n "$2" ]; then
    quiet certtool --generate-certificate --load-privkey "$1.key" --template "$1.cfg" --outfile "$1.pem" \
      --load-ca-certificate "$2.pem" --load-ca-privkey "$2.key"
  else
    quiet certtool --generate-self-signed --load-privkey "$1.key" --template "$1.cfg" --outfile "$1.pem"
  fi
}

person() { # NAME KIND FROM UNTIL SUBJECT ISSUER; usage lines on stdin
  new_key "$1" "$2"
  template "$1" "$3" "$4" "$5"
  if [ -n "$6" ]; then
    quiet certtool --generate-certificate --load-privkey "$1.key" --template "$1.cfg" --outfile "$1.crt" \
      --load-ca-certificate "$6.pem" --load-ca-privkey "$6.key"
  else
    quiet certtool --generate-self-signed --load-privkey "$1.key" --template "$1.cfg" --outfile "$1.crt"
  fi
}

container() { # NAME OF PASSWORD [openssl options]
  name=$1 of=$2 word=$3
  shift 3
  quiet openssl pkcs12 -export -inkey "$of.key" -in "$of.crt" -passout "pass:$word" -out "$name.p12" "$@"
}

signs='signing_key\nnon_repudiation\n'

authority root "" "C=PL,O=Urząd Próbny,CN=Urząd Próbny Korzeń"
authority inter root "C=PL,O=Urząd Próbny,CN=Urząd Próbny Podpisy"

printf "${signs}add_extension = \"1.3.6.1.5.5.7.1.3 $qc\"\n" |
  person rsa2048 rsa2048 2020-01-01 2049-12-31 "C=PL,serialNumber=PNOPL-85010112317,CN=Anna Próbna" inter
printf "$signs" | person rsa4096 rsa4096 2020-01-01 2049-12-31 "C=PL,serialNumber=PNOPL-70020254321,CN=Krzysztof Wzorcowy" inter
printf "$signs" | person p256 p256 2020-01-01 2049-12-31 "C=PL,CN=Ewa Wzorcowa 85010112317" inter
printf "$signs" | person p384 p384 2020-01-01 2049-12-31 "C=PL,CN=Jan Przykładowy" inter
printf "$signs" | person p521 p521 2020-01-01 2049-12-31 "C=PL,CN=Ola Przykładowa" inter
printf "$signs" | person expired p256 2020-01-01 2025-12-31 "C=PL,CN=Stary Certyfikat" inter
printf "$signs" | person notyet p256 2040-01-01 2049-12-31 "C=PL,CN=Przyszły Certyfikat" inter
printf 'encryption_key\n' | person nosign rsa2048 2020-01-01 2049-12-31 "C=PL,CN=Tylko Szyfrowanie" inter
printf "$signs" | person weak rsa1024 2020-01-01 2049-12-31 "C=PL,CN=Krótki Klucz" inter
printf "$signs" | person edwards ed25519 2020-01-01 2049-12-31 "C=PL,CN=Inna Krzywa" inter
printf "$signs" | person stranger p256 2020-01-01 2049-12-31 "C=PL,CN=Ktoś Obcy" ""
# Critical and alone, as a stamping key must be (RFC 3161, 2.3).
printf 'signing_key\nadd_critical_extension = "2.5.29.37 0x300a06082b06010505070308"\n' | person stamper rsa2048 2020-01-01 2049-12-31 "C=PL,CN=Urząd Próbny Czas" inter

for name in rsa2048 rsa4096 p256 p384 p521 expired notyet nosign weak edwards; do
  container $name $name $password -certfile inter.pem
done
container stranger stranger $password
cat inter.pem root.pem >chain.pem
container full-chain p256 $password -certfile chain.pem
container leaf-only p256 $password
container polish p256 'zażółć' -certfile inter.pem
container empty-password p256 '' -certfile inter.pem
container legacy rsa2048 'zażółć' -legacy -certfile inter.pem
quiet openssl pkcs12 -export -nokeys -in p256.crt -passout pass:$password -out nokey.p12
head -c 700 p256.p12 >truncated.p12
printf 'to nie jest certyfikat' >text.p12
rm -f serial log.txt ./*.cfg
touch "$stamp"
