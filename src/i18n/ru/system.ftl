### Что не позволила операционная система.

io-not-found = файл или папка не найдены
io-permission-denied = нет прав доступа
io-already-exists = уже существует
io-storage-full = на диске кончилось место
io-read-only = диск открыт только для чтения
io-not-a-folder = это не папка
io-is-a-folder = это папка, а не файл
io-folder-not-empty = папка не пуста
io-invalid-name = такое имя файла недопустимо
io-busy = файл занят другой программой
io-address-in-use = этот порт занят другой программой
io-cut-short = файл обрывается раньше конца
io-out-of-memory = не хватило памяти
io-too-large = файл слишком велик
io-not-plain = это не обычный файл (папка, ссылка, канал или устройство)
io-failing = диск или сеть отвечают ошибкой
io-other-disk = это другой диск
io-too-many-open = открыто слишком много файлов
