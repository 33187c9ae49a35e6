<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>manual</name>
    <message>
        <source>no observable</source>
        <translation>not observable</translation>
    </message>
    <message>
        <source>Se puede abrir hasta el {}.</source>
        <translation>It can be opened until {}.</translation>
    </message>
    <message>
        <source>Después de esa fecha Coach ya no abre el archivo y borra lo recibido. Eso protege entre personas honestas: de lo que alguien vio o copió antes con otros medios no hay vuelta atrás.</source>
        <translation>After that day Coach no longer opens the file and erases what was received. That protects among honest people: what somebody saw or copied before by other means cannot be taken back.</translation>
    </message>
    <message>
        <source>el informe de la sesión: señales, consejos, momentos y voz, y tu meta si elegiste una</source>
        <translation>the report of the session: signals, cues, moments and voice, and your goal if you chose one</translation>
    </message>
    <message>
        <source>lo que se midió de tu cuerpo y de tu voz, instante por instante (números, sin imagen ni sonido)</source>
        <translation>what was measured of your body and your voice, moment by moment (numbers, no picture or sound)</translation>
    </message>
    <message>
        <source>los comentarios y marcas que hay en la línea de tiempo</source>
        <translation>the comments and marks on the timeline</translation>
    </message>
    <message>
        <source>una clave al azar, la misma en todo lo que compartes: dice que es de una misma persona, y no de quién</source>
        <translation>a random key, the same in all that you share: it tells that all is of one person, and not of whom</translation>
    </message>
    <message>
        <source>el video: se te ve a ti, y a quien más salga en él</source>
        <translation>the video: you are seen, and whoever else is in it</translation>
    </message>
    <message>
        <source>el sonido: se oye lo que dijeron tú y la otra persona</source>
        <translation>the sound: what you and the other person said is heard</translation>
    </message>
    <message>
        <source>Posturas</source>
        <translation>Postures</translation>
    </message>
    <message>
        <source>Gestos</source>
        <translation>Gestures</translation>
    </message>
    <message>
        <source>Rostro</source>
        <translation>Face</translation>
    </message>
    <message>
        <source>débil</source>
        <translation>weak</translation>
    </message>
    <message>
        <source>moderada</source>
        <translation>moderate</translation>
    </message>
    <message>
        <source>fuerte</source>
        <translation>strong</translation>
    </message>
    <message>
        <source>la cara</source>
        <translation>your face</translation>
    </message>
    <message>
        <source>los ojos</source>
        <translation>your eyes</translation>
    </message>
    <message>
        <source>la boca</source>
        <translation>your mouth</translation>
    </message>
    <message>
        <source>las cejas</source>
        <translation>your eyebrows</translation>
    </message>
    <message>
        <source>las manos</source>
        <translation>your hands</translation>
    </message>
    <message>
        <source>los hombros</source>
        <translation>your shoulders</translation>
    </message>
    <message>
        <source>los brazos</source>
        <translation>your arms</translation>
    </message>
    <message>
        <source>la cadera</source>
        <translation>your hips</translation>
    </message>
    <message>
        <source>las piernas</source>
        <translation>your legs</translation>
    </message>
    <message>
        <source>Atender los requerimientos</source>
        <translation>Attending to requests</translation>
    </message>
    <message>
        <source>Gestionar el servicio</source>
        <translation>Managing the service</translation>
    </message>
    <message>
        <source>Obtener la satisfacción</source>
        <translation>Obtaining satisfaction</translation>
    </message>
    <message>
        <source>Actitudes y voz</source>
        <translation>Attitudes and voice</translation>
    </message>
    <message>
        <source>Manos detrás de la cabeza</source>
        <translation>Hands behind the head</translation>
    </message>
    <message>
        <source>Caminar con la espalda erguida</source>
        <translation>Walking with a straight back</translation>
    </message>
    <message>
        <source>Cabeza apoyada en las manos</source>
        <translation>Head resting on the hands</translation>
    </message>
    <message>
        <source>Mirar al piso</source>
        <translation>Looking at the floor</translation>
    </message>
    <message>
        <source>Manos tomadas a la espalda</source>
        <translation>Hands clasped behind the back</translation>
    </message>
    <message>
        <source>Piernas cruzadas</source>
        <translation>Crossed legs</translation>
    </message>
    <message>
        <source>Brazos cruzados</source>
        <translation>Crossed arms</translation>
    </message>
    <message>
        <source>Manos en los bolsillos</source>
        <translation>Hands in pockets</translation>
    </message>
    <message>
        <source>Hombros encorvados</source>
        <translation>Slumped shoulders</translation>
    </message>
    <message>
        <source>Recargarse en un mueble</source>
        <translation>Leaning on furniture</translation>
    </message>
    <message>
        <source>Acariciarse la mandíbula</source>
        <translation>Stroking the jaw</translation>
    </message>
    <message>
        <source>Jalarse la oreja</source>
        <translation>Tugging the ear</translation>
    </message>
    <message>
        <source>Frotarse las manos</source>
        <translation>Rubbing the hands</translation>
    </message>
    <message>
        <source>Apretarse la nariz</source>
        <translation>Pinching the nose</translation>
    </message>
    <message>
        <source>Golpetear con los dedos</source>
        <translation>Tapping the fingers</translation>
    </message>
    <message>
        <source>Jugar con el cabello</source>
        <translation>Playing with the hair</translation>
    </message>
    <message>
        <source>Frotarse un ojo</source>
        <translation>Rubbing an eye</translation>
    </message>
    <message>
        <source>Tocarse la nariz</source>
        <translation>Touching the nose</translation>
    </message>
    <message>
        <source>Asentir con la cabeza</source>
        <translation>Nodding</translation>
    </message>
    <message>
        <source>Mirar hacia abajo</source>
        <translation>Looking down</translation>
    </message>
    <message>
        <source>Inclinar la cabeza</source>
        <translation>Tilting the head</translation>
    </message>
    <message>
        <source>Fruncir el ceño</source>
        <translation>Frowning</translation>
    </message>
    <message>
        <source>Sonrisa</source>
        <translation>Smile</translation>
    </message>
    <message>
        <source>Mirar a los ojos</source>
        <translation>Looking them in the eye</translation>
    </message>
    <message>
        <source>Señalar con la palma abierta</source>
        <translation>Pointing with an open palm</translation>
    </message>
    <message>
        <source>Hablas rápido</source>
        <translation>You speak fast</translation>
    </message>
    <message>
        <source>Hablas lento</source>
        <translation>You speak slowly</translation>
    </message>
    <message>
        <source>Voz monótona</source>
        <translation>Monotonous voice</translation>
    </message>
    <message>
        <source>Voz con poca autoridad</source>
        <translation>Voice with little authority</translation>
    </message>
    <message>
        <source>Se entiende poco</source>
        <translation>Hard to understand</translation>
    </message>
    <message>
        <source>Voz baja</source>
        <translation>Low voice</translation>
    </message>
    <message>
        <source>Ruido alrededor</source>
        <translation>Noise around you</translation>
    </message>
    <message>
        <source>Voz cálida sin sonrisa</source>
        <translation>Warm voice without a smile</translation>
    </message>
    <message>
        <source>Voz cálida con sonrisa</source>
        <translation>Warm voice with a smile</translation>
    </message>
    <message>
        <source>Sonrisa durante una queja</source>
        <translation>Smile during a complaint</translation>
    </message>
    <message>
        <source>Escucha activa</source>
        <translation>Active listening</translation>
    </message>
    <message>
        <source>Voz tranquila con golpeteo</source>
        <translation>Calm voice with tapping</translation>
    </message>
    <message>
        <source>Voz tranquila con el ceño fruncido</source>
        <translation>Calm voice with a frown</translation>
    </message>
    <message>
        <source>Voz segura con la mirada abajo</source>
        <translation>Assured voice with eyes down</translation>
    </message>
    <message>
        <source>Voz amable con los brazos cruzados</source>
        <translation>Kind voice with crossed arms</translation>
    </message>
    <message>
        <source>Cálido</source>
        <translation>Warm</translation>
    </message>
    <message>
        <source>Amable y empático, con una sonrisa que se oye.</source>
        <translation>Kind and empathetic, with a smile that can be heard.</translation>
    </message>
    <message>
        <source>Disposición a ayudar y actitud positiva.</source>
        <translation>Willingness to help and a positive attitude.</translation>
    </message>
    <message>
        <source>Al saludar y al despedirte, para dejar una imagen agradable al principio y al final.</source>
        <translation>When greeting and saying goodbye, to leave a pleasant impression at the beginning and at the end.</translation>
    </message>
    <message>
        <source>Tranquilo</source>
        <translation>Calm</translation>
    </message>
    <message>
        <source>Sin prisa y medido.</source>
        <translation>Unhurried and measured.</translation>
    </message>
    <message>
        <source>Control y dominio de la situación.</source>
        <translation>Control and command of the situation.</translation>
    </message>
    <message>
        <source>Ante objeciones y quejas: calma a quien levanta la voz.</source>
        <translation>With objections and complaints: it calms whoever raises their voice.</translation>
    </message>
    <message>
        <source>Persuasivo</source>
        <translation>Persuasive</translation>
    </message>
    <message>
        <source>Entusiasta y convincente.</source>
        <translation>Enthusiastic and convincing.</translation>
    </message>
    <message>
        <source>Decisión y convencimiento.</source>
        <translation>Decision and conviction.</translation>
    </message>
    <message>
        <source>Para llegar a un compromiso o cerrar un acuerdo.</source>
        <translation>To reach a commitment or close an agreement.</translation>
    </message>
    <message>
        <source>Sugestivo</source>
        <translation>Suggestive</translation>
    </message>
    <message>
        <source>Describe y expone.</source>
        <translation>Describes and lays out.</translation>
    </message>
    <message>
        <source>Sugerencia y consejo.</source>
        <translation>Suggestion and advice.</translation>
    </message>
    <message>
        <source>Al argumentar con características y beneficios, para acercar sin presionar.</source>
        <translation>When arguing with features and benefits, to bring closer without pressing.</translation>
    </message>
    <message>
        <source>Seguro</source>
        <translation>Assured</translation>
    </message>
    <message>
        <source>Directo y serio.</source>
        <translation>Direct and serious.</translation>
    </message>
    <message>
        <source>Profesionalismo.</source>
        <translation>Professionalism.</translation>
    </message>
    <message>
        <source>Al sondear necesidades y obtener información.</source>
        <translation>When probing for needs and gathering information.</translation>
    </message>
    <message>
        <source>Se oye poca voz</source>
        <translation>Little voice is heard</translation>
    </message>
    <message>
        <source>Hay demasiado ruido</source>
        <translation>Too much noise</translation>
    </message>
    <message>
        <source>La voz apenas sobresale de lo que se oye alrededor.</source>
        <translation>The voice barely stands out from what is heard around it.</translation>
    </message>
    <message>
        <source>Aún no conozco tu voz</source>
        <translation>I don&apos;t know your voice yet</translation>
    </message>
    <message>
        <source>Hace falta oírte alrededor de un minuto, o leer el párrafo de la calibración, para tener con qué comparar.</source>
        <translation>I need to hear you for about a minute, or you reading the calibration paragraph, to have something to compare with.</translation>
    </message>
    <message>
        <source>Tu voz de siempre</source>
        <translation>Your usual voice</translation>
    </message>
    <message>
        <source>La voz está cerca de como suele estar: ningún tono destaca.</source>
        <translation>Your voice is close to how it usually is: no tone stands out.</translation>
    </message>
    <message>
        <source>Dos tonos muy parecidos</source>
        <translation>Two very similar tones</translation>
    </message>
    <message>
        <source>Los dos tonos más cercanos casi empatan: no hay uno que destaque.</source>
        <translation>The two closest tones almost tie: neither stands out.</translation>
    </message>
    <message>
        <source>Aún no se sostiene</source>
        <translation>Not held long enough yet</translation>
    </message>
    <message>
        <source>Un tono asoma, pero hace falta oírlo unos 15 segundos más para decir que destaca.</source>
        <translation>A tone is showing, but I need to hear it for some 15 seconds more to say that it stands out.</translation>
    </message>
    <message>
        <source>Nadie a la vista</source>
        <translation>Nobody in view</translation>
    </message>
    <message>
        <source>Varias personas a la vista</source>
        <translation>Several people in view</translation>
    </message>
    <message>
        <source>Falta luz</source>
        <translation>Too dark</translation>
    </message>
    <message>
        <source>Luz por detrás</source>
        <translation>Light behind you</translation>
    </message>
    <message>
        <source>Muy cerca de la cámara</source>
        <translation>Very close to the camera</translation>
    </message>
    <message>
        <source>Muy lejos de la cámara</source>
        <translation>Very far from the camera</translation>
    </message>
    <message>
        <source>Cubrebocas puesto</source>
        <translation>Face mask on</translation>
    </message>
    <message>
        <source>Cámara ocupada por otro programa</source>
        <translation>Camera in use by another program</translation>
    </message>
    <message>
        <source>Cámara sin permiso</source>
        <translation>Camera not allowed</translation>
    </message>
    <message>
        <source>Cámara desconectada</source>
        <translation>Camera unplugged</translation>
    </message>
    <message>
        <source>La cámara dejó de enviar imagen</source>
        <translation>The camera stopped sending pictures</translation>
    </message>
    <message>
        <source>Micrófono ocupado por otro programa</source>
        <translation>Microphone in use by another program</translation>
    </message>
    <message>
        <source>Micrófono sin permiso</source>
        <translation>Microphone not allowed</translation>
    </message>
    <message>
        <source>Micrófono desconectado</source>
        <translation>Microphone unplugged</translation>
    </message>
    <message>
        <source>El micrófono dejó de enviar sonido</source>
        <translation>The microphone stopped sending sound</translation>
    </message>
    <message>
        <source>Micrófono en silencio total</source>
        <translation>Microphone completely silent</translation>
    </message>
    <message>
        <source>Tu voz llega saturada</source>
        <translation>Your voice arrives distorted</translation>
    </message>
    <message>
        <source>Se perdió una parte del sonido</source>
        <translation>Part of the sound was lost</translation>
    </message>
    <message>
        <source>Habla tu cliente</source>
        <translation>Your customer is speaking</translation>
    </message>
    <message>
        <source>Acércate hasta verte</source>
        <translation>Come closer until you see yourself</translation>
    </message>
    <message>
        <source>Sesión compartida</source>
        <translation>Shared session</translation>
    </message>
    <message>
        <source>No van: tu nombre, el nombre del archivo, tu nota privada de la sesión, tus otras sesiones, el video ni el sonido.</source>
        <translation>What stays here: your name, the name of the file, your private note on the session, your other sessions, the video and the sound.</translation>
    </message>
    <message>
        <source>No van: tu nombre, el nombre del archivo, tu nota privada de la sesión, tus otras sesiones ni el sonido.</source>
        <translation>What stays here: your name, the name of the file, your private note on the session, your other sessions and the sound.</translation>
    </message>
    <message>
        <source>No van: tu nombre, el nombre del archivo, tu nota privada de la sesión, tus otras sesiones ni el video.</source>
        <translation>What stays here: your name, the name of the file, your private note on the session, your other sessions and the video.</translation>
    </message>
    <message>
        <source>No van: tu nombre, el nombre del archivo, tu nota privada de la sesión ni tus otras sesiones.</source>
        <translation>What stays here: your name, the name of the file, your private note on the session and your other sessions.</translation>
    </message>
    <message>
        <source>En los 12 segundos anteriores hubo menos de 5 de voz clara.</source>
        <translation>In the 12 seconds before there were fewer than 5 of clear voice.</translation>
    </message>
    <message>
        <source>La voz llega saturada</source>
        <translation>The voice arrives distorted</translation>
    </message>
    <message>
        <source>El micrófono la recibe tan fuerte que la corta, y el volumen y el timbre ya no son los tuyos.</source>
        <translation>The microphone gets it so loud that it is cut off, and its volume and colour are no longer yours.</translation>
    </message>
    <message>
        <source>Aún no sé cuánto ruido hay</source>
        <translation>I don&apos;t know yet how noisy it is</translation>
    </message>
    <message>
        <source>Se sabe con tu primera pausa, o tras unos diez segundos de voz.</source>
        <translation>Your first pause tells it, or some ten seconds of speech.</translation>
    </message>
    <message>
        <source>Ponte al centro</source>
        <translation>Move to the centre</translation>
    </message>
    <message>
        <source>Enciende una luz</source>
        <translation>Turn on a light</translation>
    </message>
    <message>
        <source>Pon luz de frente</source>
        <translation>Put light in front of you</translation>
    </message>
    <message>
        <source>Aléjate un poco</source>
        <translation>Move back a little</translation>
    </message>
    <message>
        <source>Acércate un poco</source>
        <translation>Come a little closer</translation>
    </message>
    <message>
        <source>Algo lejos para leer tu rostro</source>
        <translation>A little far to read your face</translation>
    </message>
    <message>
        <source>Acércate un poco más</source>
        <translation>Come a little closer still</translation>
    </message>
    <message>
        <source>La imagen está girada</source>
        <translation>The picture is turned</translation>
    </message>
    <message>
        <source>Endereza la cámara</source>
        <translation>Straighten the camera</translation>
    </message>
    <message>
        <source>Modula la voz</source>
        <translation>Modulate your voice</translation>
    </message>
    <message>
        <source>Libera la cámara: está ocupada</source>
        <translation>Free the camera: it is in use</translation>
    </message>
    <message>
        <source>Permite usar la cámara</source>
        <translation>Allow the use of the camera</translation>
    </message>
    <message>
        <source>Reconecta la cámara</source>
        <translation>Reconnect the camera</translation>
    </message>
    <message>
        <source>Revisa la cámara</source>
        <translation>Check the camera</translation>
    </message>
    <message>
        <source>Libera el micrófono: está ocupado</source>
        <translation>Free the microphone: it is in use</translation>
    </message>
    <message>
        <source>Permite usar el micrófono</source>
        <translation>Allow the use of the microphone</translation>
    </message>
    <message>
        <source>Reconecta el micrófono</source>
        <translation>Reconnect the microphone</translation>
    </message>
    <message>
        <source>Revisa el micrófono</source>
        <translation>Check the microphone</translation>
    </message>
    <message>
        <source>Activa el micrófono</source>
        <translation>Unmute the microphone</translation>
    </message>
    <message>
        <source>Aléjate del micrófono</source>
        <translation>Move away from the microphone</translation>
    </message>
    <message>
        <source>Sigue hablando</source>
        <translation>Keep talking</translation>
    </message>
    <message>
        <source>No se mide tu voz</source>
        <translation>Your voice is not measured</translation>
    </message>
    <message>
        <source>Saludo</source>
        <translation>Greeting</translation>
    </message>
    <message>
        <source>Que el cliente se sienta bienvenido desde el primer momento.</source>
        <translation>Let the customer feel welcome from the very first moment.</translation>
    </message>
    <message>
        <source>Saluda según la hora del día</source>
        <translation>Greet according to the time of day</translation>
    </message>
    <message>
        <source>Di tu nombre y tu puesto</source>
        <translation>Say your name and position</translation>
    </message>
    <message>
        <source>Cuida la imagen de tu institución</source>
        <translation>Take care of your institution&apos;s image</translation>
    </message>
    <message>
        <source>Sondeo</source>
        <translation>Probing</translation>
    </message>
    <message>
        <source>Saber con precisión qué necesita.</source>
        <translation>Find out precisely what they need.</translation>
    </message>
    <message>
        <source>Reconoce cómo es tu cliente</source>
        <translation>Recognize what your customer is like</translation>
    </message>
    <message>
        <source>Pregunta qué necesita</source>
        <translation>Ask what they need</translation>
    </message>
    <message>
        <source>Ubica el servicio que le corresponde</source>
        <translation>Find the service that suits them</translation>
    </message>
    <message>
        <source>Confirma con preguntas lo que entendiste</source>
        <translation>Confirm with questions what you understood</translation>
    </message>
    <message>
        <source>Gestión</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>Resolver lo que pidió, con orden y sin perder sus datos de vista.</source>
        <translation>Settle what they asked for, in order and without losing sight of their data.</translation>
    </message>
    <message>
        <source>Pide solo los datos necesarios</source>
        <translation>Ask only for the data you need</translation>
    </message>
    <message>
        <source>Dile dónde leer el aviso de privacidad</source>
        <translation>Tell them where to read the privacy notice</translation>
    </message>
    <message>
        <source>Registra y comprueba los datos</source>
        <translation>Record the data and check them</translation>
    </message>
    <message>
        <source>Informa, o canaliza con quien corresponde</source>
        <translation>Inform, or refer to whoever is in charge</translation>
    </message>
    <message>
        <source>Argumentación</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>Que vea qué gana con lo que le propones, sin presión.</source>
        <translation>Let them see what they gain from what you propose, without pressure.</translation>
    </message>
    <message>
        <source>Describe lo que ofreces</source>
        <translation>Describe what you offer</translation>
    </message>
    <message>
        <source>Une cada característica con un beneficio para su caso</source>
        <translation>Link each feature to a benefit for their case</translation>
    </message>
    <message>
        <source>Deja espacio para que pregunte</source>
        <translation>Leave room for questions</translation>
    </message>
    <message>
        <source>Objeción</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>Entender qué le detiene y responderle con calma.</source>
        <translation>Understand what holds them back and answer calmly.</translation>
    </message>
    <message>
        <source>Escucha hasta el final</source>
        <translation>Listen to the end</translation>
    </message>
    <message>
        <source>Repite su duda con tus palabras</source>
        <translation>Repeat their doubt in your own words</translation>
    </message>
    <message>
        <source>Responde con datos, sin discutir</source>
        <translation>Answer with facts, without arguing</translation>
    </message>
    <message>
        <source>Queja</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>Que se sienta escuchado y vea que te ocupas de su problema.</source>
        <translation>Let them feel heard and see that you are taking care of their problem.</translation>
    </message>
    <message>
        <source>Deja que hable sin interrumpir</source>
        <translation>Let them speak without interrupting</translation>
    </message>
    <message>
        <source>No busques culpables</source>
        <translation>Don&apos;t look for someone to blame</translation>
    </message>
    <message>
        <source>Muestra que comprendes</source>
        <translation>Show that you understand</translation>
    </message>
    <message>
        <source>Explica qué harás y cuándo</source>
        <translation>Explain what you will do and when</translation>
    </message>
    <message>
        <source>Compromiso</source>
        <translation>Commitment</translation>
    </message>
    <message>
        <source>Llegar a un acuerdo claro.</source>
        <translation>Reach a clear agreement.</translation>
    </message>
    <message>
        <source>Resume lo acordado</source>
        <translation>Sum up what was agreed</translation>
    </message>
    <message>
        <source>Di qué hará cada quien, y cuándo</source>
        <translation>Say what each will do, and when</translation>
    </message>
    <message>
        <source>Pide su confirmación</source>
        <translation>Ask for their confirmation</translation>
    </message>
    <message>
        <source>Satisfacción</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>Comprobar que su necesidad quedó cubierta.</source>
        <translation>Check that their need was met.</translation>
    </message>
    <message>
        <source>Pregunta si se resolvió lo que pidió</source>
        <translation>Ask whether what they asked for was settled</translation>
    </message>
    <message>
        <source>Ofrece información o servicios que le sirvan</source>
        <translation>Offer information or services that may help them</translation>
    </message>
    <message>
        <source>Despedida</source>
        <translation>Farewell</translation>
    </message>
    <message>
        <source>Cerrar con una imagen agradable.</source>
        <translation>Close with a pleasant impression.</translation>
    </message>
    <message>
        <source>Ponte a su disposición</source>
        <translation>Offer your further help</translation>
    </message>
    <message>
        <source>Despídete según la hora del día</source>
        <translation>Say goodbye according to the time of day</translation>
    </message>
    <message>
        <source>Dominante</source>
        <translation>Dominant</translation>
    </message>
    <message>
        <source>Discute y quiere tener la razón</source>
        <translation>Argues and wants to be right</translation>
    </message>
    <message>
        <source>Desconfía de lo que le ofreces</source>
        <translation>Distrusts what you offer</translation>
    </message>
    <message>
        <source>Pide que le atiendas primero</source>
        <translation>Asks to be served first</translation>
    </message>
    <message>
        <source>Puede ser brusco o sarcástico</source>
        <translation>May be brusque or sarcastic</translation>
    </message>
    <message>
        <source>Déjalo hablar</source>
        <translation>Let them speak</translation>
    </message>
    <message>
        <source>Escúchalo con paciencia y empatía</source>
        <translation>Listen with patience and empathy</translation>
    </message>
    <message>
        <source>Conserva la calma</source>
        <translation>Keep calm</translation>
    </message>
    <message>
        <source>Atiende enseguida lo que reclama</source>
        <translation>Attend at once to what they claim</translation>
    </message>
    <message>
        <source>Cuida tus gestos y tu postura</source>
        <translation>Mind your gestures and your posture</translation>
    </message>
    <message>
        <source>Hablador</source>
        <translation>Talkative</translation>
    </message>
    <message>
        <source>Es amistoso y sonriente</source>
        <translation>Is friendly and smiling</translation>
    </message>
    <message>
        <source>Habla mucho</source>
        <translation>Talks a lot</translation>
    </message>
    <message>
        <source>Se va por otros temas</source>
        <translation>Drifts to other topics</translation>
    </message>
    <message>
        <source>Escúchalo, sin perder el hilo</source>
        <translation>Listen, without losing the thread</translation>
    </message>
    <message>
        <source>Sé cortés y amable, y vuelve al objetivo</source>
        <translation>Be courteous and kind, and return to the goal</translation>
    </message>
    <message>
        <source>No te enganches en la charla personal</source>
        <translation>Don&apos;t get caught up in personal talk</translation>
    </message>
    <message>
        <source>Deja fuera los asuntos personales</source>
        <translation>Leave personal matters out</translation>
    </message>
    <message>
        <source>Indeciso</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>Le cuesta decidirse</source>
        <translation>Finds it hard to decide</translation>
    </message>
    <message>
        <source>Responde con evasivas</source>
        <translation>Answers evasively</translation>
    </message>
    <message>
        <source>Quiere pensarlo, o pide opinión</source>
        <translation>Wants to think it over, or asks for opinions</translation>
    </message>
    <message>
        <source>Descubre qué le interesa</source>
        <translation>Find out what interests them</translation>
    </message>
    <message>
        <source>Dale pocas opciones</source>
        <translation>Give few options</translation>
    </message>
    <message>
        <source>Explica el beneficio para su necesidad</source>
        <translation>Explain the benefit for their need</translation>
    </message>
    <message>
        <source>Acompáñalo hasta el final</source>
        <translation>Stay with them to the end</translation>
    </message>
    <message>
        <source>Sabelotodo</source>
        <translation>Know-it-all</translation>
    </message>
    <message>
        <source>Cree que ya lo sabe</source>
        <translation>Believes they already know it</translation>
    </message>
    <message>
        <source>Quiere imponer su idea</source>
        <translation>Wants to impose their idea</translation>
    </message>
    <message>
        <source>Exige mucha atención</source>
        <translation>Demands a lot of attention</translation>
    </message>
    <message>
        <source>Reclama con facilidad</source>
        <translation>Complains easily</translation>
    </message>
    <message>
        <source>Escúchalo</source>
        <translation>Listen to them</translation>
    </message>
    <message>
        <source>Acepta sus opiniones</source>
        <translation>Accept their opinions</translation>
    </message>
    <message>
        <source>Ten paciencia y pon atención</source>
        <translation>Be patient and pay attention</translation>
    </message>
    <message>
        <source>No lo contradigas</source>
        <translation>Don&apos;t contradict them</translation>
    </message>
    <message>
        <source>Evita los cumplidos que puedan ofenderle</source>
        <translation>Avoid compliments that may offend them</translation>
    </message>
    <message>
        <source>Impaciente</source>
        <translation>Impatient</translation>
    </message>
    <message>
        <source>Parece tener prisa</source>
        <translation>Seems to be in a hurry</translation>
    </message>
    <message>
        <source>Se mueve rápido</source>
        <translation>Moves fast</translation>
    </message>
    <message>
        <source>Mira mucho su reloj</source>
        <translation>Looks at their watch a lot</translation>
    </message>
    <message>
        <source>Ofrece el servicio justo, sin más opciones</source>
        <translation>Offer just the service, no other options</translation>
    </message>
    <message>
        <source>Sé ágil al hablar y al moverte</source>
        <translation>Be quick in speaking and moving</translation>
    </message>
    <message>
        <source>Acorta el trámite</source>
        <translation>Shorten the paperwork</translation>
    </message>
    <message>
        <source>No lo interrumpas</source>
        <translation>Don&apos;t interrupt them</translation>
    </message>
    <message>
        <source>Mantén la calma</source>
        <translation>Stay calm</translation>
    </message>
    <message>
        <source>Reservado</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <source>Apenas contesta</source>
        <translation>Hardly answers</translation>
    </message>
    <message>
        <source>Parece indiferente</source>
        <translation>Seems indifferent</translation>
    </message>
    <message>
        <source>Puede ser tímido o desconfiado</source>
        <translation>May be shy or distrustful</translation>
    </message>
    <message>
        <source>Sé amable</source>
        <translation>Be kind</translation>
    </message>
    <message>
        <source>Muestra interés en atenderlo</source>
        <translation>Show interest in serving them</translation>
    </message>
    <message>
        <source>Busca respuestas que empiecen con un sí</source>
        <translation>Look for answers that begin with a yes</translation>
    </message>
    <message>
        <source>Pon mucha atención a lo poco que diga</source>
        <translation>Pay close attention to the little they say</translation>
    </message>
    <message>
        <source>Si repites algo, no subas la voz</source>
        <translation>If you repeat something, don&apos;t raise your voice</translation>
    </message>
    <message>
        <source>Lento</source>
        <translation>Slow</translation>
    </message>
    <message>
        <source>Parece tener todo el tiempo del mundo</source>
        <translation>Seems to have all the time in the world</translation>
    </message>
    <message>
        <source>Habla y se mueve con pausa</source>
        <translation>Speaks and moves slowly</translation>
    </message>
    <message>
        <source>Lo piensa todo</source>
        <translation>Thinks everything over</translation>
    </message>
    <message>
        <source>Acompaña su ritmo con amabilidad</source>
        <translation>Keep to their pace, kindly</translation>
    </message>
    <message>
        <source>Repite cuantas veces haga falta</source>
        <translation>Repeat as often as needed</translation>
    </message>
    <message>
        <source>Da la información completa</source>
        <translation>Give the complete information</translation>
    </message>
    <message>
        <source>Ten paciencia, sin brusquedad</source>
        <translation>Be patient, never brusque</translation>
    </message>
    <message>
        <source>Grosero</source>
        <translation>Rude</translation>
    </message>
    <message>
        <source>Siempre contesta de mal modo</source>
        <translation>Always answers gruffly</translation>
    </message>
    <message>
        <source>Discute y ofende con facilidad</source>
        <translation>Argues and offends easily</translation>
    </message>
    <message>
        <source>Le gusta armar un escándalo</source>
        <translation>Likes to make a scene</translation>
    </message>
    <message>
        <source>Déjalo hablar, sin interrumpirlo</source>
        <translation>Let them speak, without interrupting</translation>
    </message>
    <message>
        <source>Escúchalo con atención</source>
        <translation>Listen attentively to them</translation>
    </message>
    <message>
        <source>Muestra empatía y comprensión</source>
        <translation>Show empathy and understanding</translation>
    </message>
    <message>
        <source>Si hace falta, apóyate en un compañero o en tu jefe</source>
        <translation>If needed, get help from a colleague or your boss</translation>
    </message>
    <message>
        <source>Porte</source>
        <translation>Bearing</translation>
    </message>
    <message>
        <source>cabeza en alto</source>
        <translation>head up</translation>
    </message>
    <message>
        <source>cabeza apoyada</source>
        <translation>head resting</translation>
    </message>
    <message>
        <source>cabeza baja</source>
        <translation>head down</translation>
    </message>
    <message>
        <source>te recargas</source>
        <translation>you are leaning</translation>
    </message>
    <message>
        <source>espalda erguida</source>
        <translation>straight back</translation>
    </message>
    <message>
        <source>Hombros</source>
        <translation>Shoulders</translation>
    </message>
    <message>
        <source>abiertos</source>
        <translation>open</translation>
    </message>
    <message>
        <source>encorvados</source>
        <translation>slumped</translation>
    </message>
    <message>
        <source>Brazos</source>
        <translation>Arms</translation>
    </message>
    <message>
        <source>sueltos</source>
        <translation>relaxed</translation>
    </message>
    <message>
        <source>cruzados</source>
        <translation>crossed</translation>
    </message>
    <message>
        <source>tras la cabeza</source>
        <translation>behind your head</translation>
    </message>
    <message>
        <source>a la espalda</source>
        <translation>behind your back</translation>
    </message>
    <message>
        <source>en los bolsillos</source>
        <translation>in your pockets</translation>
    </message>
    <message>
        <source>palma abierta</source>
        <translation>open palm</translation>
    </message>
    <message>
        <source>Tiene su área en orden y lista</source>
        <translation>Has their area tidy and ready</translation>
    </message>
    <message>
        <source>Si el área y los materiales están en orden, y si el medio de comunicación funciona.</source>
        <translation>Whether the area and the materials are in order, and the means of communication works.</translation>
    </message>
    <message>
        <source>Si las palabras del saludo son las que tocan a esa hora.</source>
        <translation>Whether the words of the greeting are right for that hour.</translation>
    </message>
    <message>
        <source>Dice su nombre y su puesto</source>
        <translation>Says their name and their position</translation>
    </message>
    <message>
        <source>Si dijo los dos, y si se entendieron.</source>
        <translation>Whether both were said, and understood.</translation>
    </message>
    <message>
        <source>Cuida la imagen de su institución</source>
        <translation>Looks after the image of their institution</translation>
    </message>
    <message>
        <source>Si el uniforme, el lugar y el protocolo son los de la institución.</source>
        <translation>Whether uniform, place and protocol are those of the institution.</translation>
    </message>
    <message>
        <source>Adapta el trato al tipo de cliente</source>
        <translation>Adapts to the type of client</translation>
    </message>
    <message>
        <source>Cómo es el cliente, y si el trato fue el que le convenía.</source>
        <translation>What the client is like, and whether the treatment suited them.</translation>
    </message>
    <message>
        <source>Pregunta qué necesita, en concreto</source>
        <translation>Asks what exactly is needed</translation>
    </message>
    <message>
        <source>Si las preguntas llevaron a lo que el cliente necesitaba.</source>
        <translation>Whether the questions led to what the client needed.</translation>
    </message>
    <message>
        <source>Si el servicio o producto es el que corresponde a la solicitud.</source>
        <translation>Whether the service or product fits the request.</translation>
    </message>
    <message>
        <source>Confirma la solicitud con preguntas</source>
        <translation>Confirms the request with questions</translation>
    </message>
    <message>
        <source>Si repitió la solicitud y el cliente la confirmó.</source>
        <translation>Whether the request was repeated and the client confirmed it.</translation>
    </message>
    <message>
        <source>Informa por qué medio lo atenderá</source>
        <translation>Says by which means they will be served</translation>
    </message>
    <message>
        <source>Si lo dijo, y si el medio es seguro y el adecuado.</source>
        <translation>Whether it was said, and the means is safe and suitable.</translation>
    </message>
    <message>
        <source>Menciona el aviso de privacidad</source>
        <translation>Mentions the privacy notice</translation>
    </message>
    <message>
        <source>Si lo mencionó antes de pedir los datos.</source>
        <translation>Whether it was mentioned before asking for the data.</translation>
    </message>
    <message>
        <source>Pide la información necesaria</source>
        <translation>Asks for the information that is needed</translation>
    </message>
    <message>
        <source>Si pidió lo necesario y nada más.</source>
        <translation>Whether what is needed was asked for, and nothing more.</translation>
    </message>
    <message>
        <source>Registra los datos y los comprueba</source>
        <translation>Records the data and checks them</translation>
    </message>
    <message>
        <source>Si el registro quedó completo y en orden. Mirar hacia abajo aquí puede ser escribir.</source>
        <translation>Whether the record is complete and in order. Looking down here may be writing.</translation>
    </message>
    <message>
        <source>Da la información o canaliza</source>
        <translation>Gives the information or refers on</translation>
    </message>
    <message>
        <source>Si la información es correcta y responde a lo que pidió.</source>
        <translation>Whether the information is correct and answers what was asked.</translation>
    </message>
    <message>
        <source>Protege documentos y claves</source>
        <translation>Protects documents and passwords</translation>
    </message>
    <message>
        <source>Si los documentos y las claves quedaron a salvo de otras miradas.</source>
        <translation>Whether documents and passwords were safe from other eyes.</translation>
    </message>
    <message>
        <source>Pregunta si quedó cubierto lo que pidió</source>
        <translation>Asks whether the request was met</translation>
    </message>
    <message>
        <source>Si preguntó, y si escuchó la respuesta.</source>
        <translation>Whether they asked, and listened to the answer.</translation>
    </message>
    <message>
        <source>Ofrece información adicional</source>
        <translation>Offers further information</translation>
    </message>
    <message>
        <source>Si lo que ofreció le sirve a ese cliente.</source>
        <translation>Whether what was offered is of use to that client.</translation>
    </message>
    <message>
        <source>Dice que queda a su disposición</source>
        <translation>Says they remain at the client&apos;s disposal</translation>
    </message>
    <message>
        <source>Si lo dijo con sus palabras, y no solo lo dio a entender.</source>
        <translation>Whether it was said in words, and not just implied.</translation>
    </message>
    <message>
        <source>Se despide según la hora del día</source>
        <translation>Says goodbye according to the time of day</translation>
    </message>
    <message>
        <source>Si la despedida es la que toca a esa hora y en esa institución.</source>
        <translation>Whether the goodbye is right for that hour and that institution.</translation>
    </message>
    <message>
        <source>Amabilidad</source>
        <translation>Kindness</translation>
    </message>
    <message>
        <source>Si su forma de dar apoyo fue amable: una sonrisa sola no lo dice.</source>
        <translation>Whether the way of helping was kind: a smile alone does not tell.</translation>
    </message>
    <message>
        <source>Tolerancia</source>
        <translation>Tolerance</translation>
    </message>
    <message>
        <source>Si mostró disposición para comprender lo que el cliente manifestó.</source>
        <translation>Whether they were willing to understand what the client said.</translation>
    </message>
    <message>
        <source>Responsabilidad</source>
        <translation>Responsibility</translation>
    </message>
    <message>
        <source>Si gestionó el servicio según los lineamientos de la organización: lo juzga quien revisa.</source>
        <translation>Whether they handled the service by the organisation&apos;s guidelines: whoever reviews judges that.</translation>
    </message>
    <message>
        <source>Iniciativa: ofrece alternativas</source>
        <translation>Initiative: offers alternatives</translation>
    </message>
    <message>
        <source>Si ofreció alternativas, y si están entre los productos o servicios que hay.</source>
        <translation>Whether they offered alternatives, and whether those are among the products or services there are.</translation>
    </message>
    <message>
        <source>Orden</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Si dio la información en una secuencia que se sigue.</source>
        <translation>Whether the information was given in a sequence that can be followed.</translation>
    </message>
    <message>
        <source>Perseverancia</source>
        <translation>Perseverance</translation>
    </message>
    <message>
        <source>Si siguió al pendiente, de principio a fin, de que se lograra lo que el cliente requería.</source>
        <translation>Whether they saw to it, from beginning to end, that what the customer required was achieved.</translation>
    </message>
    <message>
        <source>Si dijo que entendía lo que el cliente expuso, y no lo culpó: un gesto solo no lo dice.</source>
        <translation>Whether they said that they understood what the customer set out, and did not blame them: a gesture alone does not tell.</translation>
    </message>
    <message>
        <source>Empatía y comprensión</source>
        <translation>Empathy and understanding</translation>
    </message>
    <message>
        <source>Asertividad: directa y amable</source>
        <translation>Assertiveness: direct and kind</translation>
    </message>
    <message>
        <source>Si dijo que no, pidió o negoció sin atacar, con los datos del caso, y respetó la crítica.</source>
        <translation>Whether they said no, asked or negotiated without attacking, with the facts of the case, and respected criticism.</translation>
    </message>
    <message>
        <source>Escucha activa, sin interrumpir</source>
        <translation>Active listening, without interrupting</translation>
    </message>
    <message>
        <source>Si dejó que el cliente se expresara sin interrupciones.</source>
        <translation>Whether they let the customer speak without interruptions.</translation>
    </message>
    <message>
        <source>Voz clara, con inflexiones y autoridad</source>
        <translation>Clear voice, with inflection and authority</translation>
    </message>
    <message>
        <source>Si el cliente pudo seguirle con comodidad.</source>
        <translation>Whether the client could follow with ease.</translation>
    </message>
    <message>
        <source>Respira antes de hablar; baja el ritmo y el volumen.</source>
        <translation>Breathe before you speak; lower your pace and volume.</translation>
    </message>
    <message>
        <source>Escucha con atención</source>
        <translation>Listen attentively</translation>
    </message>
    <message>
        <source>Mira al cliente, asiente y anota lo importante.</source>
        <translation>Look at the customer, nod and note what matters.</translation>
    </message>
    <message>
        <source>Deja que se exprese</source>
        <translation>Let them express themselves</translation>
    </message>
    <message>
        <source>No lo interrumpas, aunque tarde o se repita.</source>
        <translation>Don&apos;t interrupt them, even if they take long or repeat themselves.</translation>
    </message>
    <message>
        <source>No culpes al cliente</source>
        <translation>Don&apos;t blame the customer</translation>
    </message>
    <message>
        <source>Habla de lo que pasó y de lo que sigue, no de quién falló.</source>
        <translation>Speak of what happened and what comes next, not of who failed.</translation>
    </message>
    <message>
        <source>Muestra empatía</source>
        <translation>Show empathy</translation>
    </message>
    <message>
        <source>Dile con tus palabras que comprendes su molestia.</source>
        <translation>Tell them in your own words that you understand the trouble.</translation>
    </message>
    <message>
        <source>Si no puedes seguir, pide relevo</source>
        <translation>If you can&apos;t go on, ask for relief</translation>
    </message>
    <message>
        <source>Pásalo a un compañero o a tu jefe, y explica tú el problema para que el cliente no lo repita.</source>
        <translation>Hand over to a colleague or your boss, and explain the problem yourself so that the customer need not repeat it.</translation>
    </message>
    <message>
        <source>Preséntate y ofrece tu ayuda</source>
        <translation>Introduce yourself and offer help</translation>
    </message>
    <message>
        <source>Quien toma el caso dice su nombre y se pone a su disposición.</source>
        <translation>Whoever takes the case says their name and puts themselves at the customer&apos;s service.</translation>
    </message>
    <message>
        <source>Busca la causa</source>
        <translation>Look for the cause</translation>
    </message>
    <message>
        <source>Pregunta e investiga qué originó el problema.</source>
        <translation>Ask and find out what caused the problem.</translation>
    </message>
    <message>
        <source>Resuelve</source>
        <translation>Resolve it</translation>
    </message>
    <message>
        <source>Di qué harás, cuándo, y cumple; si depende de otra área, dale seguimiento.</source>
        <translation>Say what you will do and when, and do it; if it depends on another area, follow it up.</translation>
    </message>
    <message>
        <source>Despídete con amabilidad</source>
        <translation>Say goodbye kindly</translation>
    </message>
    <message>
        <source>Según la hora del día, y a su disposición.</source>
        <translation>According to the time of day, and offering your further help.</translation>
    </message>
</context>
</TS>
