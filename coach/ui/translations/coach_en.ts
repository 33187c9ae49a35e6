<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name></name>
    <message>
        <source>Practicar</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>Tres minutos con un cliente simulado, antes de tu turno.</source>
        <translation>Three minutes with a simulated customer, before your shift.</translation>
    </message>
    <message>
        <source>Atención en vivo</source>
        <translation>Live service</translation>
    </message>
    <message>
        <source>Te acompaño mientras atiendes, con un consejo a la vez.</source>
        <translation>I keep you company while you serve, with one cue at a time.</translation>
    </message>
    <message>
        <source>Revisar</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Abre una grabación tuya y mira qué se vio y qué se oyó.</source>
        <translation>Open a recording of yours and see what was seen and heard.</translation>
    </message>
    <message>
        <source>Mi progreso</source>
        <translation>My progress</translation>
    </message>
    <message>
        <source>Cómo has cambiado, comparado solo contigo.</source>
        <translation>How you have changed, compared only with yourself.</translation>
    </message>
    <message>
        <source>Antes de encender cámara o micrófono, lee y acepta el aviso de privacidad: pulsa Esc para verlo.</source>
        <translation>Before a camera or microphone is turned on, read and accept the privacy notice: press Esc to see it.</translation>
    </message>
    <message>
        <source>Revisa esto</source>
        <translation>Check this</translation>
    </message>
    <message>
        <source>No es culpa tuya. Vuelve a iniciar; si se repite, comparte el detalle con soporte.</source>
        <translation>It is not your fault. Start again; if it happens again, share the detail with support.</translation>
    </message>
    <message>
        <source>Algo falló dentro de Coach</source>
        <translation>Something failed inside Coach</translation>
    </message>
    <message>
        <source>Algo falló dentro de Coach. No es culpa tuya; vuelve a intentarlo.</source>
        <translation>Something failed inside Coach. It is not your fault; try again.</translation>
    </message>
    <message>
        <source>Coach se cerró antes de que terminara. Guardé sus {}, y cuentan en «Mi progreso».</source>
        <translation>Coach closed before it was over. Its {} were kept, and count in “My progress”.</translation>
    </message>
    <message>
        <source>Recuperé tu última sesión</source>
        <translation>Your last session was recovered</translation>
    </message>
    <message>
        <source>Terminó la grabación</source>
        <translation>The recording has ended</translation>
    </message>
    <message>
        <source>Pulsa Iniciar para verla otra vez.</source>
        <translation>Press Start to see it again.</translation>
    </message>
    <message>
        <source>{} Lo guardé aparte como «{}» y empiezo con los de fábrica.</source>
        <translation>{} I put it aside as “{}” and start with the factory settings.</translation>
    </message>
    <message>
        <source>Qué mide</source>
        <translation>What it measures</translation>
    </message>
    <message>
        <source>Con la cámara: postura, gestos, rostro y mirada. Con el micrófono: ritmo, volumen, inflexión y tono. Son cosas que cualquiera frente a ti podría ver u oír.</source>
        <translation>With the camera: posture, gestures, face and gaze. With the microphone: rate, volume, inflection and tone. These are things that anybody in front of you could see or hear.</translation>
    </message>
    <message>
        <source>Qué no hace</source>
        <translation>What it does not do</translation>
    </message>
    <message>
        <source>No deduce lo que sientes ni lo que piensas, no te califica y no te compara con nadie más. Describe lo que se ve y se oye, y lo que el manual dice que un cliente podría leer en ello.</source>
        <translation>It does not infer what you feel or think, it does not grade you and it does not compare you with anyone else. It describes what is seen and heard, and what the manual says a customer might read into it.</translation>
    </message>
    <message>
        <source>Dónde se queda</source>
        <translation>Where it stays</translation>
    </message>
    <message>
        <source>Con quién se comparte</source>
        <translation>Whom it is shared with</translation>
    </message>
    <message>
        <source>Para qué puede usarse</source>
        <translation>What it may be used for</translation>
    </message>
    <message>
        <source>Solo para que tú practiques y aprendas. Nunca para evaluarte, clasificarte ni decidir sobre tu trabajo; nadie de recursos humanos debe pedirte los resultados. En la Unión Europea está prohibido deducir emociones en el trabajo; Coach no lo hace en ningún país.</source>
        <translation>Only for you to practise and learn. Never to assess you, to rank you or to decide about your job; nobody from human resources should ask you for the results. In the European Union it is forbidden to infer emotions at work; Coach does so in no country.</translation>
    </message>
    <message>
        <source>Cámara y micrófono</source>
        <translation>Camera and microphone</translation>
    </message>
    <message>
        <source>Están apagados hasta que tú empiezas, y mientras están encendidos lo ves siempre en la ventana. Usa un micrófono tuyo, para que se oiga tu voz y no la de tus clientes.</source>
        <translation>They are off until you start, and while they are on the window always shows it. Use a microphone of your own, so that your voice is heard and not that of your customers.</translation>
    </message>
    <message>
        <source>Tus datos son tuyos</source>
        <translation>Your data is yours</translation>
    </message>
    <message>
        <source>Lo que pidas guardar, tu calibración, tus ajustes y la fecha en que aceptaste este aviso están en «{}». En Ajustes olvidas tu calibración y borras una sesión o todas; para borrar también tus ajustes, cierra Coach y borra esa carpeta.</source>
        <translation>What you ask to be kept, your calibration, your settings and the date on which you accepted this notice are in “{}”. In the settings you forget your calibration and delete one session or all; to delete your settings too, close Coach and delete that folder.</translation>
    </message>
    <message>
        <source>Puedes cambiar de opinión</source>
        <translation>You can change your mind</translation>
    </message>
    <message>
        <source>Acepta solo si quieres: es voluntario. En Ajustes puedes leer este aviso otra vez y retirar tu consentimiento cuando quieras; desde entonces Coach no enciende nada hasta que vuelvas a aceptar.</source>
        <translation>Accept only if you want to: it is voluntary. In Settings you can read this notice again and withdraw your consent at any time; from then on Coach turns nothing on until you accept again.</translation>
    </message>
    <message>
        <source>Ejercicio · {} segundos</source>
        <translation>Exercise · {} seconds</translation>
    </message>
    <message>
        <source>Elegir esta meta: {}</source>
        <translation>Choose this goal: {}</translation>
    </message>
    <message>
        <source>Elegir esta meta</source>
        <translation>Choose this goal</translation>
    </message>
    <message>
        <source>Ver en el manual</source>
        <translation>See in the manual</translation>
    </message>
    <message>
        <source>{}: ver en el manual</source>
        <translation>{}: see in the manual</translation>
    </message>
    <message>
        <source>La cámara y el micrófono están apagados.</source>
        <translation>The camera and the microphone are off.</translation>
    </message>
    <message>
        <source>la cámara y el micrófono</source>
        <translation>the camera and the microphone</translation>
    </message>
    <message>
        <source>La cámara está apagada.</source>
        <translation>The camera is off.</translation>
    </message>
    <message>
        <source>la cámara</source>
        <translation>the camera</translation>
    </message>
    <message>
        <source>El micrófono está apagado.</source>
        <translation>The microphone is off.</translation>
    </message>
    <message>
        <source>Elige antes una cámara o un micrófono.</source>
        <translation>First choose a camera or a microphone.</translation>
    </message>
    <message>
        <source>el micrófono</source>
        <translation>the microphone</translation>
    </message>
    <message>
        <source>Cuando quieras, pulsa {}. {}</source>
        <translation>Whenever you like, press {}. {}</translation>
    </message>
    <message>
        <source>Iniciar</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Un momento, estoy abriendo {}…</source>
        <translation>One moment, I am opening {}…</translation>
    </message>
    <message>
        <source>Te acompaño. Sin consejos por ahora.</source>
        <translation>I am with you. No cues for now; they come in Spanish.</translation>
    </message>
    <message>
        <source>Apagando…</source>
        <translation>Turning off…</translation>
    </message>
    <message>
        <source>Por ahora no te acompaño: no te veo ni te oigo.</source>
        <translation>Not with you for now: I neither see nor hear you.</translation>
    </message>
    <message>
        <source>Por ahora no te acompaño: no te veo.</source>
        <translation>Not with you for now: I do not see you.</translation>
    </message>
    <message>
        <source>Por ahora no te acompaño: no te oigo.</source>
        <translation>Not with you for now: I do not hear you.</translation>
    </message>
    <message>
        <source>Sin cámara ni micrófono no puedo acompañarte todavía.</source>
        <translation>Without a camera or a microphone I cannot keep you company yet.</translation>
    </message>
    <message>
        <source>Sin cámara también te acompaño: aquí solo escucho tu voz.</source>
        <translation>I keep you company without a camera too: here I only listen to your voice.</translation>
    </message>
    <message>
        <source>Aquí verás tu imagen, como en un espejo.</source>
        <translation>Here you will see your picture, as in a mirror.</translation>
    </message>
    <message>
        <source>Abriendo la cámara…</source>
        <translation>Opening the camera…</translation>
    </message>
    <message>
        <source>La estoy guardando…</source>
        <translation>I am keeping it…</translation>
    </message>
    <message>
        <source>La guardé, cifrada en esta computadora.</source>
        <translation>I have kept it, encrypted on this computer.</translation>
    </message>
    <message>
        <source>Ver informe</source>
        <translation>See report</translation>
    </message>
    <message>
        <source>Guardar sesión</source>
        <translation>Keep session</translation>
    </message>
    <message>
        <source>Sesión de {}</source>
        <translation>Session of {}</translation>
    </message>
    <message>
        <source>Mira cómo te fue.</source>
        <translation>See how it went.</translation>
    </message>
    <message>
        <source>Nada se guarda si no lo pides.</source>
        <translation>Nothing is kept unless you ask for it.</translation>
    </message>
    <message>
        <source>La guardé con su video y su sonido, cifrados en esta computadora.</source>
        <translation>I kept it with its video and sound, encrypted on this computer.</translation>
    </message>
    <message>
        <source>La guardé con su video, cifrado en esta computadora.</source>
        <translation>I kept it with its video, encrypted on this computer.</translation>
    </message>
    <message>
        <source>La guardé con su sonido, cifrado en esta computadora.</source>
        <translation>I kept it with its sound, encrypted on this computer.</translation>
    </message>
    <message>
        <source>Anotaciones</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Consejos</source>
        <translation>Cues</translation>
    </message>
    <message>
        <source>Momentos</source>
        <translation>Moments</translation>
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
        <source>Voz</source>
        <translation>Voice</translation>
    </message>
    <message>
        <source>Tonos</source>
        <translation>Tones</translation>
    </message>
    <message>
        <source>Voz y rostro</source>
        <translation>Voice and face</translation>
    </message>
    <message>
        <source>Condiciones</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Momento</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Cliente</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Sonido</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>Altura de la voz</source>
        <translation>Pitch</translation>
    </message>
    <message>
        <source>Ritmo (pal/min)</source>
        <translation>Pace (words/min)</translation>
    </message>
    <message>
        <source>{} (anotado)</source>
        <translation>{} (noted)</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>De acuerdo: {}</source>
        <translation>Agreed: {}</translation>
    </message>
    <message>
        <source>En desacuerdo: {}</source>
        <translation>Disagreed: {}</translation>
    </message>
    <message>
        <source>Faltó: {}</source>
        <translation>Missed: {}</translation>
    </message>
    <message>
        <source>Momento: {}</source>
        <translation>Moment: {}</translation>
    </message>
    <message>
        <source>Punto marcado</source>
        <translation>Marked point</translation>
    </message>
    <message>
        <source>Comentario</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>{} · dura {}</source>
        <translation>{} · lasts {}</translation>
    </message>
    <message>
        <source>Tono de voz</source>
        <translation>Tone of voice</translation>
    </message>
    <message>
        <source>Voz y rostro juntos</source>
        <translation>Voice and face together</translation>
    </message>
    <message>
        <source>lento</source>
        <translation>slow</translation>
    </message>
    <message>
        <source>rápido</source>
        <translation>fast</translation>
    </message>
    <message>
        <source>bien</source>
        <translation>good</translation>
    </message>
    <message>
        <source>se satura: aléjate</source>
        <translation>too loud: move back</translation>
    </message>
    <message>
        <source>baja</source>
        <translation>low</translation>
    </message>
    <message>
        <source>en silencio</source>
        <translation>silent</translation>
    </message>
    <message>
        <source>hay ruido</source>
        <translation>there is noise</translation>
    </message>
    <message>
        <source>escuchando…</source>
        <translation>listening…</translation>
    </message>
    <message>
        <source>monótona</source>
        <translation>monotonous</translation>
    </message>
    <message>
        <source>viva</source>
        <translation>lively</translation>
    </message>
    <message>
        <source>moderada</source>
        <translation>moderate</translation>
    </message>
    <message>
        <source>En silencio: lo verás cuando hables</source>
        <translation>Silent: you will see it when you speak</translation>
    </message>
    <message>
        <source>Se oyen otras voces: así no puedo contar tus sílabas</source>
        <translation>Other voices can be heard: your syllables cannot be counted</translation>
    </message>
    <message>
        <source>Tu voz llega saturada: aléjate del micrófono</source>
        <translation>Your voice comes in distorted: move away from the microphone</translation>
    </message>
    <message>
        <source>Hay mucho ruido para contar sílabas</source>
        <translation>Too noisy to count syllables</translation>
    </message>
    <message>
        <source>Te escucho: dame unos segundos de voz</source>
        <translation>I am listening: give me a few seconds of voice</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <source>{} min</source>
        <translation>{} min</translation>
    </message>
    <message>
        <source>{} h</source>
        <translation>{} h</translation>
    </message>
    <message>
        <source>sin datos todavía</source>
        <translation>no data yet</translation>
    </message>
    <message>
        <source>presente</source>
        <translation>present</translation>
    </message>
    <message>
        <source>ausente</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>no obs.</source>
        <translation>not obs.</translation>
    </message>
    <message>
        <source>presente · {}</source>
        <translation>present · {}</translation>
    </message>
    <message>
        <source>hace {}</source>
        <translation>{} ago</translation>
    </message>
    <message>
        <source>hace un momento</source>
        <translation>a moment ago</translation>
    </message>
    <message>
        <source>, desde {}</source>
        <translation>, since {}</translation>
    </message>
    <message>
        <source>{} y {}</source>
        <translation>{} and {}</translation>
    </message>
    <message>
        <source>Práctica</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Grabación</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Elegir una grabación</source>
        <translation>Choose a recording</translation>
    </message>
    <message>
        <source>Todos los archivos (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Video y sonido</source>
        <translation>Video and sound</translation>
    </message>
    <message>
        <source>Quedaron sin analizar o sin leer: {}.</source>
        <translation>Not analysed or not read yet: {}.</translation>
    </message>
    <message>
        <source>Continuar</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Olvidarlas</source>
        <translation>Forget them</translation>
    </message>
    <message>
        <source>Grabaciones en espera</source>
        <translation>Recordings waiting</translation>
    </message>
    <message>
        <source>No se pudieron analizar {} grabaciones</source>
        <translation>{} recordings could not be analysed</translation>
    </message>
    <message>
        <source>Borrar</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Lo que te compartieron</source>
        <translation>Shared with you</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Qué es</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>De qué día</source>
        <translation>Of which day</translation>
    </message>
    <message>
        <source>Vino con</source>
        <translation>Came with</translation>
    </message>
    <message>
        <source>Se borra el</source>
        <translation>Deleted on</translation>
    </message>
    <message>
        <source>video y sonido</source>
        <translation>video and sound</translation>
    </message>
    <message>
        <source>video</source>
        <translation>video</translation>
    </message>
    <message>
        <source>sonido</source>
        <translation>sound</translation>
    </message>
    <message>
        <source>solo lo medido</source>
        <translation>measurements only</translation>
    </message>
    <message>
        <source>El disco no dice cuánto espacio le queda.</source>
        <translation>The disk does not say how much room it has left.</translation>
    </message>
    <message>
        <source>Ya no queda espacio para grabar video.</source>
        <translation>There is no room left to record video.</translation>
    </message>
    <message>
        <source>Queda espacio para unos {} minutos de video.</source>
        <translation>There is room for about {} minutes of video.</translation>
    </message>
    <message>
        <source>Queda espacio para una hora de video.</source>
        <translation>There is room for one hour of video.</translation>
    </message>
    <message>
        <source>Queda espacio para unas {} horas de video.</source>
        <translation>There is room for about {} hours of video.</translation>
    </message>
    <message>
        <source>Queda espacio para más de {} horas de video.</source>
        <translation>There is room for more than {} hours of video.</translation>
    </message>
    <message>
        <source>Espacio: {} min</source>
        <translation>Room: {} min</translation>
    </message>
    <message>
        <source>Espacio: {} h</source>
        <translation>Room: {} h</translation>
    </message>
    <message>
        <source>Espacio: más de {} h</source>
        <translation>Room: over {} h</translation>
    </message>
    <message>
        <source>Acuerdo con los detectores</source>
        <translation>Agreement with the detectors</translation>
    </message>
    <message>
        <source>{} de {}</source>
        <translation>{} of {}</translation>
    </message>
    <message>
        <source>sin {}</source>
        <translation>no {}</translation>
    </message>
    <message>
        <source>Lo que usa esta computadora</source>
        <translation>What this computer uses</translation>
    </message>
    <message>
        <source>Aprender de lo que se juzgó</source>
        <translation>Learn from the verdicts</translation>
    </message>
    <message>
        <source>Nada: los de ahora ya son los mejores.</source>
        <translation>Nothing: the current ones are already the best.</translation>
    </message>
    <message>
        <source>Sale peor donde se comprobó: no se ofrece.</source>
        <translation>Does worse where it was checked: not offered.</translation>
    </message>
    <message>
        <source>Más sensible: le basta un gesto menor.</source>
        <translation>More sensitive: a smaller gesture is enough.</translation>
    </message>
    <message>
        <source>Más exigente: pide un gesto mayor.</source>
        <translation>Stricter: asks for a larger gesture.</translation>
    </message>
    <message>
        <source>Unos umbrales piden más y otros menos.</source>
        <translation>Some thresholds ask for more, others for less.</translation>
    </message>
    <message>
        <source>ve {} de {}</source>
        <translation>sees {} of {}</translation>
    </message>
    <message>
        <source>{}, {} de más</source>
        <translation>{}, {} too many</translation>
    </message>
    <message>
        <source>La guardé cifrada en esta computadora; su video y su sonido, hasta donde pude grabarlos.</source>
        <translation>I kept it encrypted on this computer, with its video and sound as far as I could record them.</translation>
    </message>
    <message>
        <source>La guardé cifrada en esta computadora; su video, hasta donde pude grabarlo.</source>
        <translation>I kept it encrypted on this computer, with its video as far as I could record it.</translation>
    </message>
    <message>
        <source>La guardé cifrada en esta computadora; su sonido, hasta donde pude grabarlo.</source>
        <translation>I kept it encrypted on this computer, with its sound as far as I could record it.</translation>
    </message>
    <message>
        <source>Todo se procesa en esta computadora y nada sale de ella por internet, salvo hacia un servidor de sesiones que tú nombres. Coach no guarda tus sesiones ni graba tu video o tu voz, a menos que tú lo pidas; si te calibras, guarda los números que aprendió. Tus sesiones y tu calibración las guarda cifradas. Tus ajustes y la lista de grabaciones por analizar no van cifrados, pero solo tu usuario de esta computadora los lee.</source>
        <translation>Everything is worked out on this computer and nothing leaves it over the internet, except for a server of sessions that you name. Coach neither keeps your sessions nor records your picture or your voice unless you ask it to; if you calibrate, it keeps the numbers that it learned. Your sessions and your calibration are kept encrypted. Your settings and the list of recordings to be analysed are not, but only your user of this computer can read them.</translation>
    </message>
    <message>
        <source>Con nadie, si tú no lo pides. Solo tú puedes exportar algo o abrir un servidor de sesiones, y tú decides con quién. Lo que guardes, anotes o firmes en un servidor va cifrado: lo lee quien tenga su frase de paso; quien cuida el servidor solo ve horas y qué clase de datos son.</source>
        <translation>Nobody, unless you ask for it. Only you can export anything or open a server of sessions, and you decide with whom. What you keep, note or sign on a server is encrypted: whoever has its passphrase can read it; whoever looks after the server sees only times and what kind of data they are.</translation>
    </message>
    <message>
        <source>&amp;Buscar en:</source>
        <translation>&amp;Look in:</translation>
    </message>
    <message>
        <source>&amp;Nombre:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Tipo:</source>
        <translation>&amp;Type:</translation>
    </message>
    <message>
        <source>La dirección te la da quien cuida la base de datos. Coach la recuerda; la contraseña, no.</source>
        <translation>Whoever looks after the database gives you the address. Coach remembers it, and not the password.</translation>
    </message>
    <message>
        <source>Abrir las sesiones de un servidor</source>
        <translation>Open the sessions of a server</translation>
    </message>
    <message>
        <source>A&amp;brir</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>&amp;Dirección</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <source>&amp;Contraseña</source>
        <translation>&amp;Password</translation>
    </message>
</context>
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Ahora no</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>No me lo digas más</source>
        <translation>Do not tell me again</translation>
    </message>
    <message>
        <source>Este consejo no vuelve (N)</source>
        <translation>This cue does not come back (N)</translation>
    </message>
    <message>
        <source>Anteriores</source>
        <translation>Earlier ones</translation>
    </message>
    <message>
        <source>Los últimos consejos (H)</source>
        <translation>The latest cues (H)</translation>
    </message>
    <message>
        <source>Reanudar consejos</source>
        <translation>Resume cues</translation>
    </message>
    <message>
        <source>Pausar consejos</source>
        <translation>Pause cues</translation>
    </message>
    <message>
        <source>Vuelve a dar consejos (S)</source>
        <translation>Give cues again (S)</translation>
    </message>
    <message>
        <source>Un rato sin consejos (S)</source>
        <translation>A while without cues (S)</translation>
    </message>
    <message>
        <source>Sigue así</source>
        <translation>Keep it up</translation>
    </message>
    <message>
        <source>Un ajuste</source>
        <translation>An adjustment</translation>
    </message>
</context>
<context>
    <name>AdviceDesk</name>
    <message>
        <source>&amp;5 minutos</source>
        <translation>&amp;5 minutes</translation>
    </message>
    <message>
        <source>&amp;Hasta el final</source>
        <translation>&amp;Until the end</translation>
    </message>
    <message>
        <source>Sin consejos mientras te calibras.</source>
        <translation>No cues while you calibrate.</translation>
    </message>
    <message>
        <source>Consejos en pausa hasta el final.</source>
        <translation>Cues are paused until the end.</translation>
    </message>
    <message>
        <source>Consejos en pausa: vuelven en {}.</source>
        <translation>Cues are paused: they come back in {}.</translation>
    </message>
</context>
<context>
    <name>AgreementPanel</name>
    <message>
        <source>Leyendo lo que se anotó…</source>
        <translation>Reading what was noted…</translation>
    </message>
    <message>
        <source>señal</source>
        <translation>signal</translation>
    </message>
    <message>
        <source>precisión</source>
        <translation>precision</translation>
    </message>
    <message>
        <source>acertadas</source>
        <translation>right</translation>
    </message>
    <message>
        <source>faltaron</source>
        <translation>missed</translation>
    </message>
    <message>
        <source>Todavía nadie juzgó ninguna detección.</source>
        <translation>Nobody has judged any detection yet.</translation>
    </message>
    <message>
        <source>κ (kappa de Cohen): cuánto coinciden, más que por azar; 1 es siempre, 0 lo que daría el azar.</source>
        <translation>κ (Cohen&apos;s kappa): how far they agree beyond chance; 1 is always, 0 is what chance would give.</translation>
    </message>
    <message>
        <source>Precisión: de lo que se detectó y alguien juzgó, cuánto era cierto.</source>
        <translation>Precision: of what was detected and somebody judged, how much was right.</translation>
    </message>
    <message>
        <source>«{}»: todavía no alcanza para decirlo; hacen falta {} juicios.</source>
        <translation>“{}”: not enough to say yet; it takes {} judgements.</translation>
    </message>
</context>
<context>
    <name>BriefingView</name>
    <message>
        <source>&amp;Empezar la práctica</source>
        <translation>Start the pract&amp;ice</translation>
    </message>
    <message>
        <source>E&amp;legir otra</source>
        <translation>C&amp;hoose another</translation>
    </message>
    <message>
        <source>Coach no entiende palabras: tu cliente responde a cómo hablas (cuánto, a qué ritmo, si interrumpes) y a lo que muestran tu cara y tus manos.</source>
        <translation>Coach does not understand words: your customer responds to how you speak (how much, how fast, whether you interrupt) and to what your face and hands show.</translation>
    </message>
</context>
<context>
    <name>CalibrationCard</name>
    <message>
        <source>Avance de la calibración</source>
        <translation>Progress of the calibration</translation>
    </message>
    <message>
        <source>Saltar este paso</source>
        <translation>Skip this step</translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Entendido</source>
        <translation>&amp;Got it</translation>
    </message>
    <message>
        <source>Listo: ya conozco tu postura natural</source>
        <translation>Done: I know your natural posture now</translation>
    </message>
    <message>
        <source>Acomódate frente a la cámara</source>
        <translation>Settle in front of the camera</translation>
    </message>
    <message>
        <source>Rostro tranquilo, como siempre</source>
        <translation>A calm face, as always</translation>
    </message>
    <message>
        <source>Ahora mira a la cámara</source>
        <translation>Now look at the camera</translation>
    </message>
    <message>
        <source>Tu voz</source>
        <translation>Your voice</translation>
    </message>
    <message>
        <source>En pausa</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Así está bien: se ven tu cara y tus hombros.</source>
        <translation>This is good: your face and shoulders are in view.</translation>
    </message>
    <message>
        <source>Ponte a gusto, sin hablar, y mira a la cámara. Son diez segundos.</source>
        <translation>Get comfortable, do not speak, and look at the camera. It takes ten seconds.</translation>
    </message>
    <message>
        <source>Busca la lente, arriba de la pantalla, y quédate en ella un momento.</source>
        <translation>Find the lens, above the screen, and stay on it for a moment.</translation>
    </message>
    <message>
        <source>Quédate un momento sin moverte; sigo en cuanto estés en calma.</source>
        <translation>Stay still for a moment; I go on as soon as you are calm.</translation>
    </message>
    <message>
        <source>Tu cabeza queda cortada: sube un poco la cámara o aléjate.</source>
        <translation>Your head is cut off: raise the camera a little or move back.</translation>
    </message>
    <message>
        <source>Quedas a un lado: ponte al centro de la imagen.</source>
        <translation>You are to one side: move to the middle of the picture.</translation>
    </message>
    <message>
        <source>No veo tus hombros: aléjate un poco o baja la cámara.</source>
        <translation>I cannot see your shoulders: move back a little or lower the camera.</translation>
    </message>
    <message>
        <source>{}. {}.</source>
        <translation>{}. {}.</translation>
    </message>
    <message>
        <source>Se quedó sin terminar; puedes repetirlo cuando quieras.</source>
        <translation>It was left unfinished; you can repeat it whenever you like.</translation>
    </message>
    <message>
        <source>Tu rostro y tu mirada quedaron a tu medida; los consejos serán más precisos.</source>
        <translation>Your face and gaze are measured as yours now; cues will be more precise.</translation>
    </message>
    <message>
        <source>Tu rostro quedó a tu medida. Tu mirada no la pude confirmar; repítelo cuando quieras.</source>
        <translation>Your face is measured as yours now. Your gaze could not be confirmed; repeat it whenever you like.</translation>
    </message>
</context>
<context>
    <name>CalibrationPanel</name>
    <message>
        <source>Tu calibración</source>
        <translation>Your calibration</translation>
    </message>
    <message>
        <source>&amp;Olvidar mi calibración…</source>
        <translation>For&amp;get my calibration…</translation>
    </message>
    <message>
        <source>Cómo te ves y cómo suenas en calma, en números: ni imagen ni sonido. Se guarda cifrada cuando te calibras. Olvídala si otra persona va a usar Coach con tu usuario.</source>
        <translation>How you look and how you sound at rest, in numbers: neither picture nor sound. It is kept encrypted when you calibrate. Forget it if somebody else is going to use Coach as your user.</translation>
    </message>
    <message>
        <source>La olvidé.</source>
        <translation>It is forgotten.</translation>
    </message>
    <message>
        <source>¿Olvidar tu calibración?</source>
        <translation>Forget your calibration?</translation>
    </message>
    <message>
        <source>La próxima vez mido sin ella, hasta que te calibres otra vez. Tus sesiones guardadas no cambian.</source>
        <translation>From the next session on I measure without it, until you calibrate again. Your kept sessions do not change.</translation>
    </message>
    <message>
        <source>Olvidarla</source>
        <translation>Forget it</translation>
    </message>
</context>
<context>
    <name>CompactWindow</name>
    <message>
        <source>Coach, ventana mínima</source>
        <translation>Coach, small window</translation>
    </message>
    <message>
        <source>Volver a Coach</source>
        <translation>Back to Coach</translation>
    </message>
    <message>
        <source>Cámara encendida</source>
        <translation>Camera on</translation>
    </message>
    <message>
        <source>Cámara apagada o sin imagen</source>
        <translation>Camera off or without a picture</translation>
    </message>
    <message>
        <source>Micrófono encendido</source>
        <translation>Microphone on</translation>
    </message>
    <message>
        <source>Micrófono sin sonido</source>
        <translation>Microphone without sound</translation>
    </message>
    <message>
        <source>Cámara</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Sin imagen</source>
        <translation>No picture</translation>
    </message>
    <message>
        <source>Micrófono</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Sin sonido</source>
        <translation>No sound</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Sesiones anteriores</source>
        <translation>Earlier sessions</translation>
    </message>
    <message>
        <source>Alinear las sesiones</source>
        <translation>Align the sessions</translation>
    </message>
    <message>
        <source>Alinear las sesiones (A: el momento siguiente)</source>
        <translation>Align the sessions (A: the next moment)</translation>
    </message>
    <message>
        <source>Alinear: al inicio</source>
        <translation>Align: at the start</translation>
    </message>
    <message>
        <source>Alinear: {}</source>
        <translation>Align: {}</translation>
    </message>
    <message>
        <source>Sin {}, y por eso al inicio:
{}</source>
        <translation>No {}, and so at the start:
{}</translation>
    </message>
    <message>
        <source>Ni un archivo compartido ni una carpeta dicen de quién es cada sesión. Solo una calibración guiada muestra que dos son de la misma persona, y esta no la trae: Coach nunca compara a dos personas.</source>
        <translation>Neither a shared file nor a folder tells whose each session is. Only a guided calibration shows that two are of the same person, and this one has none: Coach never compares two people.</translation>
    </message>
    <message>
        <source>Elige hasta {}: cada una aparece debajo de esta, con su fecha, y un clic la reproduce.</source>
        <translation>Choose up to {}: each appears beneath this one, with its date, and a click plays it.</translation>
    </message>
    <message>
        <source>No hay sesiones anteriores a esta.</source>
        <translation>There are no sessions before this one.</translation>
    </message>
    <message>
        <source>a la vista</source>
        <translation>in view</translation>
    </message>
    <message>
        <source>oculta</source>
        <translation>hidden</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Sesiones una debajo de otra</source>
        <translation>Sessions beneath each other</translation>
    </message>
</context>
<context>
    <name>CrisisPanel</name>
    <message>
        <source>Hecho, siguiente</source>
        <translation>Done, next</translation>
    </message>
    <message>
        <source>De nuevo</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Completaste el protocolo. Respira, y anota lo que acordaste.</source>
        <translation>You completed the protocol. Breathe, and note what you agreed on.</translation>
    </message>
    <message>
        <source>Protocolo de crisis: {}</source>
        <translation>Crisis protocol: {}</translation>
    </message>
    <message>
        <source>Protocolo de crisis</source>
        <translation>Crisis protocol</translation>
    </message>
</context>
<context>
    <name>CueHistory</name>
    <message>
        <source>Todavía no hay consejos.</source>
        <translation>No cues yet.</translation>
    </message>
    <message>
        <source>Consejos anteriores: {}</source>
        <translation>Earlier cues: {}</translation>
    </message>
</context>
<context>
    <name>DropCard</name>
    <message>
        <source>Avance del análisis</source>
        <translation>Progress of the analysis</translation>
    </message>
    <message>
        <source>&amp;Elegir una grabación…</source>
        <translation>&amp;Choose a recording…</translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Abrir lo que me compartieron…</source>
        <translation>&amp;Open what was shared with me…</translation>
    </message>
    <message>
        <source>Elegir una sesión &amp;guardada…</source>
        <translation>Choose a &amp;kept session…</translation>
    </message>
    <message>
        <source>Abrir una &amp;carpeta analizada…</source>
        <translation>Open an analysed &amp;folder…</translation>
    </message>
    <message>
        <source>Arrastra aquí una grabación tuya</source>
        <translation>Drop a recording of yours here</translation>
    </message>
    <message>
        <source>Un video, un audio de una llamada o una carpeta con varios. Se analizan en esta computadora y los archivos no cambian.</source>
        <translation>A video, the sound of a call, or a folder with several. They are analysed on this computer, and the files do not change.</translation>
    </message>
    <message>
        <source>Mirando quién sale y quién habla…</source>
        <translation>Looking at who is in it and who speaks…</translation>
    </message>
    <message>
        <source>Preparando…</source>
        <translation>Preparing…</translation>
    </message>
    <message>
        <source>Cancelando…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>Faltan {}.</source>
        <translation>{} left.</translation>
    </message>
    <message>
        <source>Casi listo.</source>
        <translation>Almost done.</translation>
    </message>
    <message>
        <source>Después, {} más.</source>
        <translation>Then {} more.</translation>
    </message>
</context>
<context>
    <name>EndingView</name>
    <message>
        <source>Lo que notó tu cliente</source>
        <translation>What your customer noticed</translation>
    </message>
    <message>
        <source>Ver i&amp;nforme</source>
        <translation>S&amp;ee report</translation>
    </message>
    <message>
        <source>R&amp;epetir esta práctica</source>
        <translation>Repeat th&amp;is practice</translation>
    </message>
    <message>
        <source>E&amp;legir otra</source>
        <translation>C&amp;hoose another</translation>
    </message>
</context>
<context>
    <name>FilmDesk</name>
    <message>
        <source>La grabación de esta sesión ya terminó; para volver a grabar, empieza otra sesión.</source>
        <translation>The recording of this session has ended; to record again, start another session.</translation>
    </message>
</context>
<context>
    <name>FilmSwitch</name>
    <message>
        <source>Grabando</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>&amp;Grabar video y sonido</source>
        <translation>Record &amp;video and sound</translation>
    </message>
    <message>
        <source>&amp;Grabar video</source>
        <translation>Record &amp;video</translation>
    </message>
    <message>
        <source>&amp;Grabar sonido</source>
        <translation>Record so&amp;und</translation>
    </message>
    <message>
        <source>Guarda esta sesión con lo que se ve y se oye, cifrado, solo en esta computadora. Si tu cliente simulado suena por la bocina, su voz también queda. Se apaga al terminar cada sesión, y se borra cuando borras la sesión (G)</source>
        <translation>Keeps this session with what is seen and heard, encrypted, on this computer only. If your simulated customer sounds from the loudspeaker, that voice is kept too. It turns off when each session ends, and is erased when you erase the session (G)</translation>
    </message>
    <message>
        <source>La computadora está ocupada: {} imágenes no se grabaron; el sonido sí.</source>
        <translation>The computer is busy: {} pictures were not recorded; the sound was.</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Lo que se nota en tu voz</source>
        <translation>What shows in your voice</translation>
    </message>
    <message>
        <source>Qué hacer: {}.</source>
        <translation>What to do: {}.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Respaldo científico: {}.&lt;/b&gt; {}</source>
        <translation>&lt;b&gt;Scientific support: {}.&lt;/b&gt; {}</translation>
    </message>
</context>
<context>
    <name>IntakeCard</name>
    <message>
        <source>&amp;Dibujar mi recuadro</source>
        <translation>&amp;Draw my own rectangle</translation>
    </message>
    <message>
        <source>Usar &amp;toda la imagen</source>
        <translation>Use &amp;the whole picture</translation>
    </message>
    <message>
        <source>&amp;Analizar</source>
        <translation>&amp;Analyse</translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Lo mismo en las grabaciones que siguen</source>
        <translation>The same in the recordings that follow</translation>
    </message>
    <message>
        <source>¿Quién eres tú en «{}»?</source>
        <translation>Who are you in “{}”?</translation>
    </message>
    <message>
        <source>¿Cuál es tu voz en «{}»?</source>
        <translation>Which voice is yours in “{}”?</translation>
    </message>
    <message>
        <source>Lo mismo en la que sigue</source>
        <translation>The same in the next one</translation>
    </message>
    <message>
        <source>Lo mismo en las {} que siguen</source>
        <translation>The same in the {} that follow</translation>
    </message>
    <message>
        <source>Haz clic en ti, o dibuja un recuadro a tu alrededor. Con el teclado: Tab o flechas, y Enter.</source>
        <translation>Click on yourself, or draw a rectangle around you. With the keyboard: Tab or arrows, and Enter.</translation>
    </message>
</context>
<context>
    <name>IntakeVoices</name>
    <message>
        <source>Tu voz está en:</source>
        <translation>Your voice is in:</translation>
    </message>
    <message>
        <source>Coach las distingue por cómo suenan, y eso no se guarda. Lo que dicen a la vez, o no queda claro de quién es, no se mide.</source>
        <translation>Coach tells them apart by how they sound, and keeps none of that. What they say at once, or where it is not clear who speaks, is not measured.</translation>
    </message>
    <message>
        <source>Ambas</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>Todas</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Izquierda</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Derecha</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Canal {}</source>
        <translation>Channel {}</translation>
    </message>
    <message>
        <source>Tu voz está en: {}</source>
        <translation>Your voice is in: {}</translation>
    </message>
    <message>
        <source>Qué tan fuerte suena: {}</source>
        <translation>How loud it is: {}</translation>
    </message>
    <message>
        <source>Tu voz es:</source>
        <translation>Your voice is:</translation>
    </message>
    <message>
        <source>Si en tu canal también se oye a otra persona, se mide junto con la tuya.</source>
        <translation>If somebody else is heard in your channel too, they are measured together with you.</translation>
    </message>
    <message>
        <source>En el sonido distingo una sola voz; si hay otra, se mide junto con la tuya.</source>
        <translation>I can make out one voice only; if there is another, it is measured together with yours.</translation>
    </message>
    <message>
        <source>Voz {}</source>
        <translation>Voice {}</translation>
    </message>
    <message>
        <source>{} · desde {} · {} del habla</source>
        <translation>{} · from {} on · {} of the speech</translation>
    </message>
    <message>
        <source>Cuánto habla: {}</source>
        <translation>How much it speaks: {}</translation>
    </message>
    <message>
        <source>Tu voz es: {}</source>
        <translation>Your voice is: {}</translation>
    </message>
    <message>
        <source>Escuchar 3 s</source>
        <translation>Listen to 3 s</translation>
    </message>
    <message>
        <source>Escuchar 3 s: {}</source>
        <translation>Listen to 3 s: {}</translation>
    </message>
    <message>
        <source>No encuentro un altavoz; conecta uno y vuelve a escuchar.</source>
        <translation>I find no loudspeaker; connect one and listen again.</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>De acuerdo (Y)</source>
        <translation>Agreed (Y)</translation>
    </message>
    <message>
        <source>En desacuerdo (N)</source>
        <translation>Disagreed (N)</translation>
    </message>
    <message>
        <source>Quitar anotación (Supr)</source>
        <translation>Remove note (Del)</translation>
    </message>
    <message>
        <source>Empieza aquí (B)</source>
        <translation>Starts here (B)</translation>
    </message>
    <message>
        <source>Termina aquí (T)</source>
        <translation>Ends here (T)</translation>
    </message>
    <message>
        <source>El momento empieza donde va la reproducción</source>
        <translation>The moment starts where playback is</translation>
    </message>
    <message>
        <source>El momento termina donde va la reproducción</source>
        <translation>The moment ends where playback is</translation>
    </message>
    <message>
        <source>Nada elegido</source>
        <translation>Nothing chosen</translation>
    </message>
    <message>
        <source>Haz clic en algo de la línea de tiempo, o llega a ello con las flechas.</source>
        <translation>Click something on the timeline, or reach it with the arrows.</translation>
    </message>
    <message>
        <source>Confianza: {}</source>
        <translation>Confidence: {}</translation>
    </message>
    <message>
        <source>Anotó: {}</source>
        <translation>Noted by: {}</translation>
    </message>
    <message>
        <source>Tú</source>
        <translation>You</translation>
    </message>
</context>
<context>
    <name>KeptReport</name>
    <message>
        <source>Informe</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Leer el informe de esta sesión</source>
        <translation>Read the report of this session</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Tu última sesión guardada: {}.</source>
        <translation>Your last kept session: {}.</translation>
    </message>
    <message>
        <source>{} Tu meta: {}.</source>
        <translation>{} Your goal: {}.</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Atención en vivo</source>
        <translation>Live service</translation>
    </message>
    <message>
        <source>No hay qué ver ni qué oír: conecta una cámara o un micrófono.</source>
        <translation>There is nothing to see or hear: connect a camera or a microphone.</translation>
    </message>
</context>
<context>
    <name>MicrophoneChooser</name>
    <message>
        <source>Micrófono</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>De dónde viene tu voz (Alt+R)</source>
        <translation>Where your voice comes from (Alt+R)</translation>
    </message>
    <message>
        <source>Sonido de la dirección</source>
        <translation>Sound of the address</translation>
    </message>
    <message>
        <source>Sonido de la grabación</source>
        <translation>Sound of the recording</translation>
    </message>
    <message>
        <source>El del sistema</source>
        <translation>The system’s own</translation>
    </message>
    <message>
        <source>Sin micrófono</source>
        <translation>No microphone</translation>
    </message>
    <message>
        <source>Buscando micrófonos…</source>
        <translation>Looking for microphones…</translation>
    </message>
    <message>
        <source>Buscar micrófonos de nuevo</source>
        <translation>Look for microphones again</translation>
    </message>
    <message>
        <source>Usar un archivo de sonido…</source>
        <translation>Use a sound file…</translation>
    </message>
    <message>
        <source>Sonido o video</source>
        <translation>Sound or video</translation>
    </message>
    <message>
        <source>Usar un archivo de sonido</source>
        <translation>Use a sound file</translation>
    </message>
</context>
<context>
    <name>MomentMenu</name>
    <message>
        <source>Momento del servicio</source>
        <translation>Moment of the service</translation>
    </message>
    <message>
        <source>Solo &amp;marcar este punto</source>
        <translation>Just &amp;mark this point</translation>
    </message>
</context>
<context>
    <name>MuteLine</name>
    <message>
        <source>Sin micrófono: elige uno arriba para ver tu ritmo y tus tonos.</source>
        <translation>No microphone: choose one above to see your rate and your tones.</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Escribe un comentario…</source>
        <translation>Write a comment…</translation>
    </message>
    <message>
        <source>Comentario</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Comentar (C)</source>
        <translation>Comment (C)</translation>
    </message>
    <message>
        <source>Momento… (M)</source>
        <translation>Moment… (M)</translation>
    </message>
    <message>
        <source>En qué momento del servicio va desde aquí (1 a 9), o solo una marca</source>
        <translation>Which moment of the service it is from here on (1 to 9), or just a mark</translation>
    </message>
    <message>
        <source>Qué faltó detectar</source>
        <translation>What was missed</translation>
    </message>
    <message>
        <source>Agregar lo que faltó (F)</source>
        <translation>Add what was missed (F)</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Anotaciones</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Doble clic o F2 en un comentario tuyo: cambiar sus palabras</source>
        <translation>Double-click or F2 on a comment of yours: change its words</translation>
    </message>
    <message>
        <source>Todavía no hay anotaciones en esta sesión.</source>
        <translation>There are no notes on this session yet.</translation>
    </message>
    <message>
        <source>{}: {} de {} acertadas, faltaron {}</source>
        <translation>{}: {} of {} right, {} missed</translation>
    </message>
</context>
<context>
    <name>NotedTable</name>
    <message>
        <source>Doble clic, o F2, para escribir</source>
        <translation>Double-click, or F2, to write</translation>
    </message>
</context>
<context>
    <name>NotesBack</name>
    <message>
        <source>Guardar mis comentarios</source>
        <translation>Save my comments</translation>
    </message>
    <message>
        <source>Compartido de Coach (*.coach)</source>
        <translation>Shared from Coach (*.coach)</translation>
    </message>
    <message>
        <source>Devolver mis comentarios</source>
        <translation>Send my comments back</translation>
    </message>
    <message>
        <source>En el archivo van solo tus comentarios y marcas, cifrados con esta frase. Quien te compartió la sesión lo abre en Revisar y se suman a la suya.</source>
        <translation>The file holds only your comments and marks, encrypted with this phrase. Whoever shared the session opens it in Review, and they are added to theirs.</translation>
    </message>
    <message>
        <source>&amp;Guardar el archivo…</source>
        <translation>&amp;Save the file…</translation>
    </message>
    <message>
        <source>un comentario tuyo</source>
        <translation>one comment of yours</translation>
    </message>
    <message>
        <source>{} comentarios tuyos</source>
        <translation>{} comments of yours</translation>
    </message>
    <message>
        <source>«{}» lleva {}. Entrégalo tú, y di la frase de paso por otro medio.</source>
        <translation>“{}” holds {}. Hand it over yourself, and share the passphrase some other way.</translation>
    </message>
    <message>
        <source>Tus comentarios están listos</source>
        <translation>Your comments are ready</translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Detalle del error</source>
        <translation>Detail of the error</translation>
    </message>
    <message>
        <source>&amp;Ver detalle</source>
        <translation>See &amp;detail</translation>
    </message>
    <message>
        <source>Entendid&amp;o</source>
        <translation>&amp;Understood</translation>
    </message>
    <message>
        <source>Ahora no</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Escribe arriba quién revisa: en este almacén anotan varias personas.</source>
        <translation>Write above who reviews: several people make notes in this store.</translation>
    </message>
    <message>
        <source>Elige primero algo que Coach detectó: de eso dices si acertó.</source>
        <translation>First pick something that Coach detected: that is what you judge.</translation>
    </message>
    <message>
        <source>Aquí ya termina la sesión: ve a donde empieza el momento.</source>
        <translation>The session ends here: go to where the moment starts.</translation>
    </message>
    <message>
        <source>Un momento termina después de empezar: ve a donde debe quedar.</source>
        <translation>A moment ends after it starts: go to where it should be.</translation>
    </message>
    <message>
        <source>Elige primero el tramo: arrastra con Mayús, o marca con I y O.</source>
        <translation>Choose the stretch first: drag with Shift, or mark it with I and O.</translation>
    </message>
    <message>
        <source>Esto es parte de la sesión y no se borra.</source>
        <translation>This is part of the session and is not deleted.</translation>
    </message>
    <message>
        <source>Esto lo puso Coach y no se borra; para quitar tu opinión, vuelve a elegir «De acuerdo» (Y).</source>
        <translation>Coach put this here and it is not deleted; to take your verdict back, choose “Agreed” (Y) again.</translation>
    </message>
    <message>
        <source>Esto lo puso Coach y no se borra; para quitar tu opinión, vuelve a elegir «En desacuerdo» (N).</source>
        <translation>Coach put this here and it is not deleted; to take your verdict back, choose “Disagreed” (N) again.</translation>
    </message>
    <message>
        <source>Esto lo puso Coach y no se borra: di si acertó, con Y o con N.</source>
        <translation>Coach put this here and it is not deleted: say whether it is right, with Y or with N.</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Inicio</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Volver (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Señales</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Crisis</source>
        <translation>Crisis</translation>
    </message>
</context>
<context>
    <name>PassphraseDesk</name>
    <message>
        <source>Frase de paso</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Lo que guardas, también tu calibración, se cifra con una frase tuya, porque este sistema no tiene un llavero de contraseñas. Coach no la guarda en ningún lado: si la olvidas, nadie podrá abrir tus sesiones.</source>
        <translation>What you keep, your calibration too, is encrypted with a phrase of yours, because this system has no keyring. Coach does not keep the phrase anywhere: if you forget it, nobody can open your sessions.</translation>
    </message>
    <message>
        <source>&amp;Usar esta frase</source>
        <translation>&amp;Use this passphrase</translation>
    </message>
    <message>
        <source>Frase de paso de tus sesiones:</source>
        <translation>Passphrase of your sessions:</translation>
    </message>
    <message>
        <source>Esa no es. Frase de paso de tus sesiones:</source>
        <translation>That is not it. Passphrase of your sessions:</translation>
    </message>
    <message>
        <source>Frase de paso de las sesiones de «{}»:</source>
        <translation>Passphrase of the sessions of “{}”:</translation>
    </message>
    <message>
        <source>Esa no es. Frase de paso de las sesiones de «{}»:</source>
        <translation>That is not it. Passphrase of the sessions of “{}”:</translation>
    </message>
    <message>
        <source>Usar</source>
        <translation>Use</translation>
    </message>
</context>
<context>
    <name>PassphrasePair</name>
    <message>
        <source>Frase de paso</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Otra vez</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>La frase de paso necesita {} caracteres o más.</source>
        <translation>The passphrase needs {} characters or more.</translation>
    </message>
    <message>
        <source>Las dos frases todavía no son iguales.</source>
        <translation>The two phrases are not the same yet.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Imagen de la grabación</source>
        <translation>Picture of the recording</translation>
    </message>
</context>
<context>
    <name>PostureRows</name>
    <message>
        <source>Postura</source>
        <translation>Posture</translation>
    </message>
    <message>
        <source>sin datos todavía</source>
        <translation>no data yet</translation>
    </message>
    <message>
        <source>La cámara no alcanza a ver esta parte. Siéntate de modo que se vean hombros y brazos.</source>
        <translation>The camera cannot see this part. Sit so that shoulders and arms are in view.</translation>
    </message>
</context>
<context>
    <name>PracticePanel</name>
    <message>
        <source>Práctica</source>
        <translation>Practice</translation>
    </message>
</context>
<context>
    <name>PracticeRunner</name>
    <message>
        <source>Práctica</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Cliente {}</source>
        <translation>Customer: {}</translation>
    </message>
    <message>
        <source>Cliente fuera de control</source>
        <translation>Customer out of control</translation>
    </message>
    <message>
        <source>Protocolo, paso {} de {}: {}</source>
        <translation>Protocol, step {} of {}: {}</translation>
    </message>
    <message>
        <source>¡Lo lograste!</source>
        <translation>You did it!</translation>
    </message>
    <message>
        <source>Hasta aquí por hoy</source>
        <translation>This is it for today</translation>
    </message>
    <message>
        <source>Recorriste: {}.</source>
        <translation>You went through: {}.</translation>
    </message>
    <message>
        <source>La práctica quedó a medias; puedes retomarla cuando quieras.</source>
        <translation>The practice was left halfway; you can take it up again whenever you like.</translation>
    </message>
    <message>
        <source>Llegaste hasta la despedida. {}</source>
        <translation>You made it to the farewell. {}</translation>
    </message>
    <message>
        <source>Llegaste hasta la despedida, y nada desvió la plática. {}</source>
        <translation>You made it to the farewell, and nothing led the talk astray. {}</translation>
    </message>
    <message>
        <source>Tu cliente hablará por escrito: lee con él y espera a que acabe su frase.</source>
        <translation>Your customer will speak in writing: read along and wait until the sentence ends.</translation>
    </message>
    <message>
        <source>Oirás a tu cliente en tus audífonos.</source>
        <translation>You will hear your customer in your headphones.</translation>
    </message>
    <message>
        <source>Oirás a tu cliente por la bocina; mientras habla no te escucho. Con audífonos sale mejor.</source>
        <translation>You will hear your customer from the loudspeaker; I do not listen to you meanwhile. It works better with headphones.</translation>
    </message>
    <message>
        <source>Si grabas, su voz también queda en la grabación.</source>
        <translation>If you record, that voice is in the recording too.</translation>
    </message>
</context>
<context>
    <name>PracticeSetupPage</name>
    <message>
        <source>Practicar</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>¿Con quién quieres practicar?</source>
        <translation>Practise in Spanish with whom?</translation>
    </message>
    <message>
        <source>Tres minutos antes de tu turno: tu cliente habla, tú le respondes en voz alta.</source>
        <translation>Three minutes before your shift: your customer speaks, you answer aloud.</translation>
    </message>
    <message>
        <source>El protocolo, paso a paso</source>
        <translation>The protocol, step by step</translation>
    </message>
    <message>
        <source>Cómo tratarlo: {}</source>
        <translation>How to treat them: {}</translation>
    </message>
    <message>
        <source>Alguien fuera de control</source>
        <translation>Somebody out of control</translation>
    </message>
    <message>
        <source>Grita, llora o amenaza</source>
        <translation>Shouts, cries or threatens</translation>
    </message>
    <message>
        <source>No puede oír todavía</source>
        <translation>Cannot listen yet</translation>
    </message>
    <message>
        <source>Sigue el protocolo: calma, escucha y empatía antes que soluciones.</source>
        <translation>Follow the protocol: calm, listening and empathy before solutions.</translation>
    </message>
    <message>
        <source>Crisis</source>
        <translation>Crisis</translation>
    </message>
</context>
<context>
    <name>PresenceCard</name>
    <message>
        <source>Mirada</source>
        <translation>Gaze</translation>
    </message>
    <message>
        <source>Parte de los últimos 30 s en que miraste a la cámara, de lo que pudo verse.</source>
        <translation>Share of the last 30 s in which you looked at the camera, of what could be seen.</translation>
    </message>
    <message>
        <source>Tu presencia</source>
        <translation>Your presence</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{}%</translation>
    </message>
    <message>
        <source>{} · poca</source>
        <translation>{} · little</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Aviso de privacidad</source>
        <translation>Privacy notice</translation>
    </message>
    <message>
        <source>Está bien, hasta pronto</source>
        <translation>All right, see you soon</translation>
    </message>
    <message>
        <source>&amp;Acepto y continúo</source>
        <translation>&amp;Accept and continue</translation>
    </message>
    <message>
        <source>&amp;No acepto</source>
        <translation>&amp;Decline</translation>
    </message>
    <message>
        <source>&amp;Retirar mi consentimiento</source>
        <translation>&amp;Withdraw my consent</translation>
    </message>
    <message>
        <source>&amp;Leer el aviso otra vez</source>
        <translation>&amp;Read the notice again</translation>
    </message>
    <message>
        <source>&amp;Cerrar Coach</source>
        <translation>&amp;Close Coach</translation>
    </message>
    <message>
        <source>Esto es lo que Coach hace con tu imagen y tu voz.</source>
        <translation>This is what Coach does with your picture and your voice.</translation>
    </message>
    <message>
        <source>Lo aceptaste el {}.</source>
        <translation>You accepted it on {}.</translation>
    </message>
    <message>
        <source>Antes de empezar: esto es lo que Coach hace con tu imagen y tu voz.</source>
        <translation>Before we start: this is what Coach does with your picture and your voice.</translation>
    </message>
    <message>
        <source>El aviso cambió desde que lo aceptaste; léelo otra vez, por favor.</source>
        <translation>The notice has changed since you accepted it; please read it again.</translation>
    </message>
    <message>
        <source>Si no aceptas, Coach se cierra y no guarda nada.</source>
        <translation>If you decline, Coach closes and keeps nothing.</translation>
    </message>
    <message>
        <source>Gracias por leerlo. Coach no encendió nada y no guardó nada. Si cambias de opinión, aquí estará.</source>
        <translation>Thank you for reading it. Coach turned nothing on and kept nothing. If you change your mind, it will be here.</translation>
    </message>
    <message>
        <source>Retiraste tu consentimiento: Coach no encenderá nada. Para usarlo otra vez, acepta el aviso.</source>
        <translation>You withdrew your consent: Coach will turn nothing on. To use it again, accept the notice.</translation>
    </message>
    <message>
        <source>Texto del aviso</source>
        <translation>Text of the notice</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Mi progreso</source>
        <translation>My progress</translation>
    </message>
    <message>
        <source>&amp;Practicar ahora</source>
        <translation>&amp;Practise now</translation>
    </message>
    <message>
        <source>Practicar ahora</source>
        <translation>Practise now</translation>
    </message>
    <message>
        <source>&amp;Ver una sesión guardada…</source>
        <translation>&amp;See a kept session…</translation>
    </message>
    <message>
        <source>Ver una sesión guardada</source>
        <translation>See a kept session</translation>
    </message>
    <message>
        <source>Tu progreso está siempre en español.</source>
        <translation>Your progress is always in Spanish.</translation>
    </message>
</context>
<context>
    <name>RateGauge</name>
    <message>
        <source>Ritmo</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>{}{} palabras/min · {}</source>
        <translation>{}{} words/min · {}</translation>
    </message>
    <message>
        <source>, sin calibrar</source>
        <translation>, not calibrated</translation>
    </message>
    <message>
        <source>{} palabras por minuto, {}{}</source>
        <translation>{} words per minute, {}{}</translation>
    </message>
    <message>
        <source>lento</source>
        <translation>slow</translation>
    </message>
    <message>
        <source>bien</source>
        <translation>good</translation>
    </message>
    <message>
        <source>rápido</source>
        <translation>fast</translation>
    </message>
    <message>
        <source>palabras/min</source>
        <translation>words/min</translation>
    </message>
    <message>
        <source>sin calibrar</source>
        <translation>not calibrated</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Párrafo para leer: {}</source>
        <translation>Paragraph to read: {}</translation>
    </message>
    <message>
        <source>Avance de la lectura</source>
        <translation>Progress of the reading</translation>
    </message>
    <message>
        <source>Otra ve&amp;z</source>
        <translation>A&amp;gain</translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Otra vez</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>Lee en voz alta, a tu ritmo de siempre</source>
        <translation>Read aloud, at your usual pace</translation>
    </message>
    <message>
        <source>Te escucho: sigue hasta el final.</source>
        <translation>I am listening: go on to the end.</translation>
    </message>
    <message>
        <source>Empieza cuando quieras.</source>
        <translation>Begin whenever you like.</translation>
    </message>
    <message>
        <source>Leíste a unas {} palabras por minuto. Desde ahora tu ritmo se cuenta a tu medida.</source>
        <translation>You read at about {} words per minute. From now on your rate is counted to your measure.</translation>
    </message>
    <message>
        <source>Listo: ya conozco tu ritmo</source>
        <translation>Done: I know your rate now</translation>
    </message>
    <message>
        <source>&amp;Entendido</source>
        <translation>&amp;Got it</translation>
    </message>
    <message>
        <source>Se oyó muy poco, saturado, o algo distinto del párrafo. Busca un lugar tranquilo, aléjate del micrófono si tu voz satura, y léelo completo.</source>
        <translation>Very little was heard, or a distorted voice, or something other than the paragraph. Find a quiet place, move away from the microphone if your voice distorts, and read all of it.</translation>
    </message>
    <message>
        <source>No alcancé a medir tu ritmo</source>
        <translation>I could not measure your rate</translation>
    </message>
    <message>
        <source>Ahora &amp;no</source>
        <translation>&amp;Not now</translation>
    </message>
</context>
<context>
    <name>ReadyList</name>
    <message>
        <source>Listas para leer</source>
        <translation>Ready to read</translation>
    </message>
    <message>
        <source>Leer el informe de {}</source>
        <translation>Read the report of {}</translation>
    </message>
</context>
<context>
    <name>ReceiveCourse</name>
    <message>
        <source>Abrir lo que me compartieron</source>
        <translation>Open what was shared with me</translation>
    </message>
    <message>
        <source>Compartido de Coach (*.coach)</source>
        <translation>Shared from Coach (*.coach)</translation>
    </message>
    <message>
        <source>Todos los archivos (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Frase de paso de «{}»:</source>
        <translation>Passphrase of “{}”:</translation>
    </message>
    <message>
        <source>Abrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Te compartieron una sesión</source>
        <translation>A session was shared with you</translation>
    </message>
    <message>
        <source>Verlos en la línea de tiempo</source>
        <translation>See them on the timeline</translation>
    </message>
    <message>
        <source>Queda aparte de las tuyas y se borra el {}.</source>
        <translation>It stays apart from yours and is deleted on {}.</translation>
    </message>
    <message>
        <source>Ya los tenías todos en tu sesión del {}.</source>
        <translation>You had all of them already in your session of {}.</translation>
    </message>
    <message>
        <source>Hay un comentario nuevo en tu sesión del {}.</source>
        <translation>There is one new comment in your session of {}.</translation>
    </message>
    <message>
        <source>Hay {} comentarios nuevos en tu sesión del {}.</source>
        <translation>There are {} new comments in your session of {}.</translation>
    </message>
    <message>
        <source>Llegaron los comentarios de tu capacitador</source>
        <translation>Your trainer’s comments have come</translation>
    </message>
    <message>
        <source>Esa no es. Frase de paso de «{}»:</source>
        <translation>That is not it. Passphrase of “{}”:</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Informe</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Informe de la sesión</source>
        <translation>Report of the session</translation>
    </message>
    <message>
        <source>&amp;Guardar informe…</source>
        <translation>&amp;Save report…</translation>
    </message>
    <message>
        <source>A&amp;brir para imprimir</source>
        <translation>&amp;Open for printing</translation>
    </message>
    <message>
        <source>G&amp;uardar sesión</source>
        <translation>&amp;Keep session</translation>
    </message>
    <message>
        <source>C&amp;ompartir con mi capacitador…</source>
        <translation>Sh&amp;are with my trainer…</translation>
    </message>
    <message>
        <source>&amp;Línea de tiempo</source>
        <translation>&amp;Timeline</translation>
    </message>
    <message>
        <source>Nada se guarda si no lo pides.</source>
        <translation>Nothing is kept unless you ask for it.</translation>
    </message>
    <message>
        <source>Es de quien te la compartió: no cuenta en tu progreso.</source>
        <translation>It belongs to whoever shared it with you: it does not count in your progress.</translation>
    </message>
    <message>
        <source>Guardado en «{}». Ábrelo para imprimirlo o hacerlo PDF.</source>
        <translation>Saved in “{}”. Open it to print it or to make it a PDF.</translation>
    </message>
    <message>
        <source>{} El informe está siempre en español.</source>
        <translation>{} The report is always in Spanish.</translation>
    </message>
    <message>
        <source>Sesión guardada</source>
        <translation>Session kept</translation>
    </message>
    <message>
        <source>Tu meta: {}.</source>
        <translation>Your goal: {}.</translation>
    </message>
    <message>
        <source>Sesión guardada en esta computadora, cifrada.</source>
        <translation>Session kept on this computer, encrypted.</translation>
    </message>
    <message>
        <source>Tu meta: {}. Guarda la sesión para que la recuerde.</source>
        <translation>Your goal: {}. Keep the session so that I remember it.</translation>
    </message>
    <message>
        <source>Guardar informe</source>
        <translation>Save report</translation>
    </message>
</context>
<context>
    <name>ReviewChooser</name>
    <message>
        <source>Elegir una sesión</source>
        <translation>Choose a session</translation>
    </message>
    <message>
        <source>Buscar por nombre, día o nota</source>
        <translation>Search by name, day or note</translation>
    </message>
    <message>
        <source>Todas</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Con anotaciones</source>
        <translation>With notes</translation>
    </message>
    <message>
        <source>Sin anotaciones</source>
        <translation>Without notes</translation>
    </message>
    <message>
        <source>Cuáles se muestran</source>
        <translation>Which are shown</translation>
    </message>
    <message>
        <source>Sesiones guardadas</source>
        <translation>Kept sessions</translation>
    </message>
    <message>
        <source>Abrir un &amp;servidor…</source>
        <translation>Open a &amp;server…</translation>
    </message>
    <message>
        <source>&amp;Volver a mis sesiones</source>
        <translation>&amp;Back to my sessions</translation>
    </message>
    <message>
        <source>Ver el &amp;acuerdo</source>
        <translation>See the &amp;agreement</translation>
    </message>
    <message>
        <source>A&amp;justar los detectores…</source>
        <translation>T&amp;une the detectors…</translation>
    </message>
    <message>
        <source>Elegir la carpeta donde quedaron las sesiones</source>
        <translation>Choose the folder where the sessions were kept</translation>
    </message>
    <message>
        <source>Abriendo esas sesiones…</source>
        <translation>Opening those sessions…</translation>
    </message>
    <message>
        <source>Buscando sesiones guardadas…</source>
        <translation>Looking for kept sessions…</translation>
    </message>
    <message>
        <source>Sesiones de «{}»</source>
        <translation>Sessions of “{}”</translation>
    </message>
    <message>
        <source>Solo para ver</source>
        <translation>Only to look at</translation>
    </message>
    <message>
        <source>Aquí todavía no hay sesiones.</source>
        <translation>There are no sessions here yet.</translation>
    </message>
    <message>
        <source>Ninguna es así; cambia lo que buscas.</source>
        <translation>None is like that; change what you look for.</translation>
    </message>
    <message>
        <source>{} de {}.</source>
        <translation>{} of {}.</translation>
    </message>
    <message>
        <source>una anotación</source>
        <translation>one note</translation>
    </message>
    <message>
        <source>{} anotaciones</source>
        <translation>{} notes</translation>
    </message>
    <message>
        <source>Elige una con las flechas y Enter, o con un clic.</source>
        <translation>Choose one with the arrows and Enter, or with a click.</translation>
    </message>
    <message>
        <source>Abrir una &amp;carpeta analizada…</source>
        <translation>Open an analysed &amp;folder…</translation>
    </message>
    <message>
        <source>Todavía no hay sesiones guardadas: guárdalas desde su informe, o en Ajustes.</source>
        <translation>There are no kept sessions yet: keep them from their report, or in Settings.</translation>
    </message>
</context>
<context>
    <name>ReviewFilters</name>
    <message>
        <source>Solo lo anotado</source>
        <translation>Only what was noted</translation>
    </message>
    <message>
        <source>No observable</source>
        <translation>Not observable</translation>
    </message>
    <message>
        <source>Mostrar: {}</source>
        <translation>Show: {}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Revisar</source>
        <translation>Review</translation>
    </message>
</context>
<context>
    <name>ReviewSide</name>
    <message>
        <source>Detalle (D)</source>
        <translation>Details (D)</translation>
    </message>
    <message>
        <source>Estándar (E)</source>
        <translation>Standard (E)</translation>
    </message>
    <message>
        <source>Comparar (P)</source>
        <translation>Compare (P)</translation>
    </message>
</context>
<context>
    <name>ReviewStage</name>
    <message>
        <source>Hacia atrás (J)</source>
        <translation>Backwards (J)</translation>
    </message>
    <message>
        <source>Imagen anterior (coma)</source>
        <translation>Previous picture (comma)</translation>
    </message>
    <message>
        <source>Reproducir o pausar (espacio)</source>
        <translation>Play or pause (space)</translation>
    </message>
    <message>
        <source>Imagen siguiente (punto)</source>
        <translation>Next picture (full stop)</translation>
    </message>
    <message>
        <source>Hacia adelante, y al doble (L)</source>
        <translation>Forwards, and double (L)</translation>
    </message>
    <message>
        <source>Buscar la grabación…</source>
        <translation>Find the recording…</translation>
    </message>
    <message>
        <source>Sin video: de esta sesión se guardaron solo los datos.</source>
        <translation>No video: only the data of this session were kept.</translation>
    </message>
    <message>
        <source>Abriendo la grabación…</source>
        <translation>Opening the recording…</translation>
    </message>
    <message>
        <source>Esta grabación solo tiene sonido.</source>
        <translation>This recording has only sound.</translation>
    </message>
    <message>
        <source>hacia atrás</source>
        <translation>backwards</translation>
    </message>
    <message>
        <source>al doble</source>
        <translation>double speed</translation>
    </message>
    <message>
        <source>en bucle</source>
        <translation>looping</translation>
    </message>
    <message>
        <source>sin sonido</source>
        <translation>no sound</translation>
    </message>
    <message>
        <source>aquí no hay bocinas</source>
        <translation>no loudspeakers here</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>Revisión</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Quién revisa</source>
        <translation>Who reviews</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Rehacer</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Sesiones</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Solo para ver. {}</source>
        <translation>Only to look at. {}</translation>
    </message>
    <message>
        <source>Solo puedes cambiar las palabras de tus propios comentarios.</source>
        <translation>You can only change the words of your own comments.</translation>
    </message>
    <message>
        <source>Elige primero qué repetir: algo que dure, o un tramo arrastrando con Mayús.</source>
        <translation>First choose what to repeat: something that lasts, or a stretch by dragging with Shift.</translation>
    </message>
    <message>
        <source>Buscar la grabación</source>
        <translation>Find the recording</translation>
    </message>
</context>
<context>
    <name>ScenePanel</name>
    <message>
        <source>Elige la escena</source>
        <translation>Choose the scene</translation>
    </message>
    <message>
        <source>Desde qué momento empezar</source>
        <translation>Which moment to start from</translation>
    </message>
    <message>
        <source>Oír a tu cliente</source>
        <translation>Hear your customer</translation>
    </message>
    <message>
        <source>Uso audífonos</source>
        <translation>I wear headphones</translation>
    </message>
    <message>
        <source>Esta computadora no tiene una voz en español: tu cliente hablará por escrito.</source>
        <translation>This computer has no Spanish voice: your customer will speak in writing.</translation>
    </message>
    <message>
        <source>Busco una voz para tu cliente…</source>
        <translation>Looking for a voice for your customer…</translation>
    </message>
    <message>
        <source>&amp;Continuar</source>
        <translation>&amp;Continue</translation>
    </message>
    <message>
        <source>Continuar</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Sorpréndeme</source>
        <translation>Surprise me</translation>
    </message>
    <message>
        <source>Una de ellas, al azar</source>
        <translation>One of them, at random</translation>
    </message>
    <message>
        <source>Te enteras al llegar, como en la vida real.</source>
        <translation>You find out when they arrive, as in real life.</translation>
    </message>
    <message>
        <source>Desde el principio</source>
        <translation>From the beginning</translation>
    </message>
    <message>
        <source>Desde: {}</source>
        <translation>From: {}</translation>
    </message>
</context>
<context>
    <name>ServiceBar</name>
    <message>
        <source>Tipo de cliente</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Cómo es el cliente que atiendes: cambia lo que conviene (Alt+T)</source>
        <translation>What the customer is like: it changes what is best (Alt+T)</translation>
    </message>
    <message>
        <source>Crisis</source>
        <translation>Crisis</translation>
    </message>
    <message>
        <source>Qué hacer, paso a paso, con un cliente fuera de control (K)</source>
        <translation>What to do, step by step, with a customer out of control (K)</translation>
    </message>
    <message>
        <source>Ventana mínima</source>
        <translation>Small window</translation>
    </message>
    <message>
        <source>Una ventana pequeña sobre tu videollamada, que no le quita el teclado (O)</source>
        <translation>A small window above your video call, which does not take its keyboard (O)</translation>
    </message>
    <message>
        <source>Momento {}: {}</source>
        <translation>Moment {}: {}</translation>
    </message>
    <message>
        <source>¿En qué momento estás? Elígelo con las teclas 1 a 9.</source>
        <translation>Which moment are you in? Choose it with the keys 1 to 9.</translation>
    </message>
    <message>
        <source> o </source>
        <translation> or </translation>
    </message>
    <message>
        <source>{} Tono: {}.</source>
        <translation>{} Tone: {}.</translation>
    </message>
    <message>
        <source>Tono: {}.</source>
        <translation>Tone: {}.</translation>
    </message>
    <message>
        <source>{}: {}.</source>
        <translation>{}: {}.</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Sesiones guardadas</source>
        <translation>Kept sessions</translation>
    </message>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>&amp;Borrar las elegidas…</source>
        <translation>&amp;Delete the chosen ones…</translation>
    </message>
    <message>
        <source>Borrar &amp;todo…</source>
        <translation>Delete &amp;everything…</translation>
    </message>
    <message>
        <source>Nunca</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>A los 30 días</source>
        <translation>After 30 days</translation>
    </message>
    <message>
        <source>Todavía no están abiertas.</source>
        <translation>They are not open yet.</translation>
    </message>
    <message>
        <source>A los 90 días</source>
        <translation>After 90 days</translation>
    </message>
    <message>
        <source>Al año</source>
        <translation>After a year</translation>
    </message>
    <message>
        <source>Borrado automático</source>
        <translation>Delete by itself</translation>
    </message>
    <message>
        <source>Están cerradas con tu frase de paso. Si la olvidaste, lo único que puedes hacer es borrar todo.</source>
        <translation>They are locked with your passphrase. If you forgot it, all you can do is delete everything.</translation>
    </message>
    <message>
        <source>No se pudieron abrir.</source>
        <translation>They could not be opened.</translation>
    </message>
    <message>
        <source>&amp;Escribir la frase de paso…</source>
        <translation>&amp;Type the passphrase…</translation>
    </message>
    <message>
        <source>&amp;Volver a intentarlo</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <source>Elige una o varias para borrarlas. La nota es solo para ti; escríbela con doble clic.</source>
        <translation>Choose one or more to delete them. The note is for you alone; write it with a double-click.</translation>
    </message>
    <message>
        <source>No hay ninguna. Puedes guardar una al terminarla, o todas con la opción de Ajustes.</source>
        <translation>There are none. You can keep one when it ends, or all of them with the option in Settings.</translation>
    </message>
    <message>
        <source>Se borran al abrir Coach, con todo lo que se guardó de ellas.</source>
        <translation>They are deleted when Coach opens, with everything that was kept of them.</translation>
    </message>
    <message>
        <source>La próxima vez que abras Coach se borrarán {} de las de arriba.</source>
        <translation>The next time you open Coach {} of those above will be deleted.</translation>
    </message>
    <message>
        <source>¿Borrar esta sesión?</source>
        <translation>Delete this session?</translation>
    </message>
    <message>
        <source>¿Borrar estas {} sesiones?</source>
        <translation>Delete these {} sessions?</translation>
    </message>
    <message>
        <source>Se borra todo lo que se guardó: lo medido, lo anotado y lo que se grabó. No se puede recuperar.</source>
        <translation>Everything that was kept is deleted: what was measured, what was noted and what was recorded. It cannot be recovered.</translation>
    </message>
    <message>
        <source>Se borran todas tus sesiones, tus metas, tu calibración, las sesiones que te compartieron y la llave que las cifra. No se puede recuperar.</source>
        <translation>All your sessions, your goals, your calibration, the sessions shared with you and the key that encrypts them are deleted. They cannot be recovered.</translation>
    </message>
    <message>
        <source>También olvido el servidor que abriste; lo que hay en él no se toca.</source>
        <translation>I also forget the server that you opened; what is on it is not touched.</translation>
    </message>
    <message>
        <source>Tus demás ajustes, y los archivos de video o sonido que abriste, quedan como están.</source>
        <translation>Your other settings, and the video or sound files that you opened, stay as they are.</translation>
    </message>
    <message>
        <source>¿Borrar todo lo guardado?</source>
        <translation>Delete everything that is kept?</translation>
    </message>
    <message>
        <source>Tus sesiones en esta computadora</source>
        <translation>Your sessions on this computer</translation>
    </message>
    <message>
        <source>Cuánto tiempo se quedan</source>
        <translation>How long they stay</translation>
    </message>
</context>
<context>
    <name>SessionsTable</name>
    <message>
        <source>Sesiones guardadas</source>
        <translation>Kept sessions</translation>
    </message>
    <message>
        <source>Cuándo</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Qué fue</source>
        <translation>What it was</translation>
    </message>
    <message>
        <source>Cuánto duró</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>Tu nota</source>
        <translation>Your note</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Cuánto te aconsejo</source>
        <translation>How often I give cues</translation>
    </message>
    <message>
        <source>Discreto</source>
        <translation>Discreet</translation>
    </message>
    <message>
        <source>Solo lo que más importa</source>
        <translation>Only what matters most</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Pocos consejos, hasta tres por minuto</source>
        <translation>Few cues, up to three a minute</translation>
    </message>
    <message>
        <source>Intenso</source>
        <translation>Intense</translation>
    </message>
    <message>
        <source>Más seguido, para entrenar a fondo</source>
        <translation>More often, for serious training</translation>
    </message>
    <message>
        <source>Colores</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Como el sistema</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Claro</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Oscuro</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tamaño de letra</source>
        <translation>Letter size</translation>
    </message>
    <message>
        <source>Grande</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Idioma</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>&amp;Guardar mis sesiones en esta computadora, cifradas</source>
        <translation>&amp;Keep my sessions on this computer, encrypted</translation>
    </message>
    <message>
        <source>Cambia la próxima vez que abras Coach.</source>
        <translation>It changes the next time you open Coach.</translation>
    </message>
    <message>
        <source>Dar consejos sobre: {}</source>
        <translation>Give cues about: {}</translation>
    </message>
    <message>
        <source>Consejos</source>
        <translation>Cues</translation>
    </message>
    <message>
        <source>Cada consejo espera a que hagas una pausa al hablar. Si el ruido no deja oír tus pausas, espera {} segundos cuando mucho.</source>
        <translation>Every cue waits until you pause while speaking. Where noise covers your pauses, it waits {} seconds at most.</translation>
    </message>
    <message>
        <source>Sin esto, Coach olvida cada sesión que no pidas guardar. Con esto guarda lo medido y los consejos de todas; video y sonido, solo cuando tú los grabas.</source>
        <translation>Without this, Coach forgets each session that you do not ask to be kept. With this it keeps what was measured and the cues of all; video and sound, only when you record them.</translation>
    </message>
    <message>
        <source>&amp;Leer el aviso o retirar tu consentimiento</source>
        <translation>&amp;Read the notice or withdraw your consent</translation>
    </message>
    <message>
        <source>El idioma cambia la próxima vez que abras Coach. Los consejos, las prácticas, los informes, tu progreso, lo que se explica de cada señal y los mensajes de error están siempre en español.</source>
        <translation>The language changes the next time you open Coach. Cues, practices, reports, your progress, what is explained of each signal, and error messages are always in Spanish.</translation>
    </message>
    <message>
        <source>Lo que guarda está en «{}».</source>
        <translation>What it keeps is in “{}”.</translation>
    </message>
    <message>
        <source>&amp;Ver y borrar las sesiones guardadas</source>
        <translation>&amp;See and delete the kept sessions</translation>
    </message>
    <message>
        <source>Sobre qué te aconsejo</source>
        <translation>What I give cues about</translation>
    </message>
    <message>
        <source>Quita la marca de lo que no quieras oír; se sigue viendo en la ventana y en el informe.</source>
        <translation>Clear what you do not want to hear about; it still shows in the window and in the report.</translation>
    </message>
    <message>
        <source>Privacidad</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>A&amp;brir la carpeta</source>
        <translation>&amp;Open the folder</translation>
    </message>
    <message>
        <source>Apariencia e idioma</source>
        <translation>Appearance and language</translation>
    </message>
</context>
<context>
    <name>SharePage</name>
    <message>
        <source>Compartir con mi capacitador</source>
        <translation>Share with my trainer</translation>
    </message>
    <message>
        <source>Informe</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>El video de la sesión</source>
        <translation>The session&apos;s video</translation>
    </message>
    <message>
        <source>El sonido de la sesión</source>
        <translation>The session&apos;s sound</translation>
    </message>
    <message>
        <source>Se puede abrir</source>
        <translation>It can be opened for</translation>
    </message>
    <message>
        <source>7 días</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 días</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>90 días</source>
        <translation>90 days</translation>
    </message>
    <message>
        <source>&amp;Acepto: guardar el archivo…</source>
        <translation>I &amp;agree: save the file…</translation>
    </message>
    <message>
        <source>Cifrando…</source>
        <translation>Encrypting…</translation>
    </message>
    <message>
        <source>De esta sesión no hay grabación.</source>
        <translation>There is no recording of this session.</translation>
    </message>
    <message>
        <source>Listo: «{}». Entrégalo tú, y dile la frase de paso por otro medio.</source>
        <translation>Done: “{}”. Hand it over yourself, and tell them the passphrase some other way.</translation>
    </message>
    <message>
        <source>Guardar el archivo para compartir</source>
        <translation>Save the file to share</translation>
    </message>
    <message>
        <source>Qué va en el archivo</source>
        <translation>What goes into the file</translation>
    </message>
    <message>
        <source>Agrega solo lo que quieras que vea u oiga:</source>
        <translation>Add only what you want them to see or hear:</translation>
    </message>
    <message>
        <source>Hasta cuándo</source>
        <translation>Until when</translation>
    </message>
    <message>
        <source>Con qué se abre</source>
        <translation>What opens it</translation>
    </message>
    <message>
        <source>Solo abre el archivo quien tenga esta frase. Coach no la guarda: si se pierde, comparte otro.</source>
        <translation>Only whoever has this phrase opens the file. Coach does not keep it: if it is lost, share another one.</translation>
    </message>
</context>
<context>
    <name>SharedPanel</name>
    <message>
        <source>&amp;Leer su informe</source>
        <translation>&amp;Read its report</translation>
    </message>
    <message>
        <source>Línea de &amp;tiempo</source>
        <translation>&amp;Timeline</translation>
    </message>
    <message>
        <source>&amp;Devolver mis comentarios…</source>
        <translation>&amp;Send my comments back…</translation>
    </message>
    <message>
        <source>&amp;Borrar…</source>
        <translation>&amp;Delete…</translation>
    </message>
    <message>
        <source>No cuentan en tu progreso. Elige una; el nombre es solo para ti y se cambia con doble clic.</source>
        <translation>They do not count in your progress. Choose one; the name is for you alone and is changed by a double-click.</translation>
    </message>
    <message>
        <source>Todavía no has anotado nada en ella: anótalo en su línea de tiempo.</source>
        <translation>You have not noted anything on it yet: do so on its timeline.</translation>
    </message>
    <message>
        <source>Tus comentarios listos para devolver: {}.</source>
        <translation>Your comments ready to be sent back: {}.</translation>
    </message>
    <message>
        <source>¿Borrar lo que te compartieron?</source>
        <translation>Delete what was shared with you?</translation>
    </message>
    <message>
        <source>Se borra aquí con todo lo que vino, y lo que anotaste. Quien te la compartió conserva la suya.</source>
        <translation>It is deleted here with all that came along, and what you noted. Whoever shared it keeps theirs.</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Devolver mis comentarios…</source>
        <translation>Send my comments back…</translation>
    </message>
</context>
<context>
    <name>SignalList</name>
    <message>
        <source>Señales por familia, con su estado</source>
        <translation>Signals by family, with their state</translation>
    </message>
</context>
<context>
    <name>SignalsModel</name>
    <message>
        <source> (debe verse: {})</source>
        <translation> (must be in view: {})</translation>
    </message>
    <message>
        <source>&lt;b&gt;Ahora no la puedo juzgar:&lt;/b&gt; no se ve lo que hace falta. </source>
        <translation>&lt;b&gt;I cannot judge it now:&lt;/b&gt; what it takes is not in view. </translation>
    </message>
    <message>
        <source>Conviene mostrarlo.</source>
        <translation>It is good to show it.</translation>
    </message>
    <message>
        <source>Conviene cuidarlo.</source>
        <translation>It is good to mind it.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Respaldo científico: {}.&lt;/b&gt; {}</source>
        <translation>&lt;b&gt;Scientific support: {}.&lt;/b&gt; {}</translation>
    </message>
    <message>
        <source>Debe verse: {}.</source>
        <translation>Must be in view: {}.</translation>
    </message>
    <message>
        <source> No con cubrebocas.</source>
        <translation> Not with a mask.</translation>
    </message>
    <message>
        <source>Sus umbrales se ajustaron en esta computadora.</source>
        <translation>Its thresholds were adjusted on this computer.</translation>
    </message>
</context>
<context>
    <name>SourceChooser</name>
    <message>
        <source>Cámara</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>De dónde viene la imagen (Alt+F)</source>
        <translation>Where the picture comes from (Alt+F)</translation>
    </message>
    <message>
        <source>Sin cámara: solo voz</source>
        <translation>No camera: voice only</translation>
    </message>
    <message>
        <source>Buscando cámaras…</source>
        <translation>Looking for cameras…</translation>
    </message>
    <message>
        <source>Buscar cámaras de nuevo</source>
        <translation>Look for cameras again</translation>
    </message>
    <message>
        <source>Dirección de red…</source>
        <translation>Network address…</translation>
    </message>
    <message>
        <source>Abrir grabación…</source>
        <translation>Open recording…</translation>
    </message>
    <message>
        <source>Cámara {}</source>
        <translation>Camera {}</translation>
    </message>
    <message>
        <source>Dirección de red</source>
        <translation>Network address</translation>
    </message>
    <message>
        <source>Dirección de la cámara (http, https o rtsp):</source>
        <translation>Address of the camera (http, https or rtsp):</translation>
    </message>
    <message>
        <source>Usar</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>«{}» no es una dirección de cámara. Escríbela completa, como http://192.168.0.20/video.</source>
        <translation>“{}” is not the address of a camera. Write it in full, like http://192.168.0.20/video.</translation>
    </message>
    <message>
        <source>Abrir grabación</source>
        <translation>Open recording</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>SpeechBubble</name>
    <message>
        <source>Tu cliente dice: {}</source>
        <translation>Your customer says: {}</translation>
    </message>
</context>
<context>
    <name>StandardPanel</name>
    <message>
        <source>Lo que pide el estándar</source>
        <translation>What the standard asks for</translation>
    </message>
    <message>
        <source>Dónde mirarlo</source>
        <translation>Where to look</translation>
    </message>
    <message>
        <source>Visto</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Se vio en esta sesión (1)</source>
        <translation>It was seen in this session (1)</translation>
    </message>
    <message>
        <source>No visto</source>
        <translation>Not seen</translation>
    </message>
    <message>
        <source>No se vio en esta sesión (2)</source>
        <translation>It was not seen in this session (2)</translation>
    </message>
    <message>
        <source>No observable</source>
        <translation>Not observable</translation>
    </message>
    <message>
        <source>En esta sesión no se puede saber (3)</source>
        <translation>In this session nobody can tell (3)</translation>
    </message>
    <message>
        <source>Sin decidir</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>Lo que se vio y se oyó</source>
        <translation>What was seen and heard</translation>
    </message>
    <message>
        <source>Nada detectado. Cuándo tocaba:</source>
        <translation>Nothing detected. When it was due:</translation>
    </message>
    <message>
        <source>Nada detectado: decide tú.</source>
        <translation>Nothing detected: you decide.</translation>
    </message>
    <message>
        <source>Sin firma</source>
        <translation>Unsigned</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>{} Tecla {}.</source>
        <translation>{} Key {}.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>&amp;Ajustes</source>
        <translation>&amp;Settings</translation>
    </message>
    <message>
        <source>A&amp;viso de privacidad</source>
        <translation>&amp;Privacy notice</translation>
    </message>
    <message>
        <source>¿Qué quieres hacer hoy?</source>
        <translation>What would you like to do today?</translation>
    </message>
    <message>
        <source>Aquí nadie te pone nota: te ves, te oyes y practicas a tu ritmo.</source>
        <translation>Nobody grades you here: you see yourself, hear yourself and practise at your own pace.</translation>
    </message>
    <message>
        <source>Tus sesiones se quedan aquí; lo que anotas en «{}» se queda en ese servidor</source>
        <translation>Your sessions stay here; what you note in «{}» stays on that server</translation>
    </message>
    <message>
        <source>Cámara y micrófono apagados</source>
        <translation>Camera and microphone off</translation>
    </message>
    <message>
        <source>Todo se queda en esta computadora</source>
        <translation>Everything stays on this computer</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Todo se queda en esta computadora</source>
        <translation>Everything stays on this computer</translation>
    </message>
    <message>
        <source>Coach no envía imágenes, sonido ni resultados a ningún lado.</source>
        <translation>Coach sends no pictures, sound or results anywhere.</translation>
    </message>
    <message>
        <source>Todo se queda aquí</source>
        <translation>Everything stays here</translation>
    </message>
    <message>
        <source>Cámara apagada</source>
        <translation>Camera off</translation>
    </message>
    <message>
        <source>Abriendo la cámara…</source>
        <translation>Opening the camera…</translation>
    </message>
    <message>
        <source>Cámara encendida</source>
        <translation>Camera on</translation>
    </message>
    <message>
        <source>Apagando la cámara…</source>
        <translation>Turning the camera off…</translation>
    </message>
    <message>
        <source>Micrófono apagado</source>
        <translation>Microphone off</translation>
    </message>
    <message>
        <source>Abriendo el micrófono…</source>
        <translation>Opening the microphone…</translation>
    </message>
    <message>
        <source>Micrófono encendido</source>
        <translation>Microphone on</translation>
    </message>
    <message>
        <source>Apagando el micrófono…</source>
        <translation>Turning the microphone off…</translation>
    </message>
    <message>
        <source>Cámara sin imagen</source>
        <translation>Camera without a picture</translation>
    </message>
    <message>
        <source>Micrófono sin sonido</source>
        <translation>Microphone without sound</translation>
    </message>
    <message>
        <source>El sonido terminó</source>
        <translation>The sound has ended</translation>
    </message>
    <message>
        <source>Sin cámara</source>
        <translation>No camera</translation>
    </message>
    <message>
        <source>Sin micrófono</source>
        <translation>No microphone</translation>
    </message>
    <message>
        <source>Análisis completo</source>
        <translation>Full analysis</translation>
    </message>
    <message>
        <source>Manos y rostro en cada imagen.</source>
        <translation>Hands and face in every picture.</translation>
    </message>
    <message>
        <source>Análisis normal</source>
        <translation>Normal analysis</translation>
    </message>
    <message>
        <source>Preciso, sin cargar la computadora.</source>
        <translation>Precise, without burdening the computer.</translation>
    </message>
    <message>
        <source>Análisis ligero</source>
        <translation>Light analysis</translation>
    </message>
    <message>
        <source>Con menos imágenes: la computadora está ocupada.</source>
        <translation>With fewer pictures: the computer is busy.</translation>
    </message>
    <message>
        <source>Análisis mínimo</source>
        <translation>Least analysis</translation>
    </message>
    <message>
        <source>Cierra otros programas para que Coach vea mejor.</source>
        <translation>Close other programs so that Coach sees better.</translation>
    </message>
    <message>
        <source>Se muestran {} imágenes por segundo.</source>
        <translation>{} pictures are shown a second.</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Pasos: {}</source>
        <translation>Steps: {}</translation>
    </message>
    <message>
        <source>Encuadre</source>
        <translation>Framing</translation>
    </message>
    <message>
        <source>Rostro</source>
        <translation>Face</translation>
    </message>
    <message>
        <source>Mirada</source>
        <translation>Gaze</translation>
    </message>
    <message>
        <source>Voz</source>
        <translation>Voice</translation>
    </message>
</context>
<context>
    <name>TalkView</name>
    <message>
        <source>Tiempo que queda</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>Pista</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>Repetir</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Saltar</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Terminar</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Coach no entiende palabras: tu cliente responde a cómo hablas.</source>
        <translation>Coach does not understand words: your customer responds to how you speak.</translation>
    </message>
    <message>
        <source>Se perdió la voz de tu computadora: tu cliente sigue por escrito.</source>
        <translation>Your computer’s voice was lost: your customer goes on in writing.</translation>
    </message>
    <message>
        <source>Pista: {}</source>
        <translation>Hint: {}</translation>
    </message>
    <message>
        <source>Ya casi terminan</source>
        <translation>You are almost done</translation>
    </message>
    <message>
        <source>Quedan {}</source>
        <translation>{} left</translation>
    </message>
    <message>
        <source>Te escucho…</source>
        <translation>I am listening…</translation>
    </message>
    <message>
        <source>Te toca: responde en voz alta</source>
        <translation>Your turn: answer aloud</translation>
    </message>
    <message>
        <source>Tu cliente habla: escucha</source>
        <translation>Your customer is speaking: listen</translation>
    </message>
    <message>
        <source>Ya respondí (Enter)</source>
        <translation>I have answered (Enter)</translation>
    </message>
    <message>
        <source>Ver toda la frase (Enter)</source>
        <translation>See the whole sentence (Enter)</translation>
    </message>
    <message>
        <source>Tecla {}</source>
        <translation>Key {}</translation>
    </message>
</context>
<context>
    <name>TilePicker</name>
    <message>
        <source>Tu recuadro, dibujado</source>
        <translation>Your rectangle, drawn</translation>
    </message>
    <message>
        <source>Las flechas lo mueven; con Mayús cambian su tamaño</source>
        <translation>Arrows move it; with Shift they change its size</translation>
    </message>
    <message>
        <source>Una imagen de la grabación</source>
        <translation>A picture of the recording</translation>
    </message>
    <message>
        <source>a la izquierda</source>
        <translation>on the left</translation>
    </message>
    <message>
        <source>en medio</source>
        <translation>in the middle</translation>
    </message>
    <message>
        <source>a la derecha</source>
        <translation>on the right</translation>
    </message>
    <message>
        <source>Persona {} de {}, {}</source>
        <translation>Person {} of {}, {}</translation>
    </message>
</context>
<context>
    <name>TimelineCanvas</name>
    <message>
        <source>Línea de tiempo</source>
        <translation>Timeline</translation>
    </message>
</context>
<context>
    <name>ToneBars</name>
    <message>
        <source>Tonos de voz</source>
        <translation>Tones of voice</translation>
    </message>
    <message>
        <source>Habla para ver tu tono.</source>
        <translation>Speak to see your tone.</translation>
    </message>
    <message>
        <source>Ningún tono destaca.</source>
        <translation>No tone stands out.</translation>
    </message>
    <message>
        <source>Más cerca de: {}</source>
        <translation>Closest to: {}</translation>
    </message>
    <message>
        <source>sin dato</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cuándo:&lt;/b&gt; {}</source>
        <translation>&lt;b&gt;When:&lt;/b&gt; {}</translation>
    </message>
    <message>
        <source>&lt;b&gt;Respaldo científico: {}.&lt;/b&gt; {}</source>
        <translation>&lt;b&gt;Scientific support: {}.&lt;/b&gt; {}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Inicio</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Volver al inicio (Esc)</source>
        <translation>Back to the start screen (Esc)</translation>
    </message>
    <message>
        <source>C&amp;alibrar</source>
        <translation>Ca&amp;librate</translation>
    </message>
    <message>
        <source>Calibrar rostro, mirada y voz, menos de un minuto</source>
        <translation>Calibrate face, gaze and voice, less than a minute</translation>
    </message>
    <message>
        <source>&amp;Puntos</source>
        <translation>&amp;Points</translation>
    </message>
    <message>
        <source>Dibuja sobre tu imagen lo que Coach encuentra (P)</source>
        <translation>Draws on your picture what Coach finds (P)</translation>
    </message>
    <message>
        <source>&amp;Iniciar</source>
        <translation>St&amp;art</translation>
    </message>
    <message>
        <source>Enciende cámara y micrófono, y empieza (Espacio)</source>
        <translation>Turns camera and microphone on, and begins (Space)</translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Se están abriendo cámara y micrófono</source>
        <translation>Camera and microphone are being opened</translation>
    </message>
    <message>
        <source>&amp;Detener</source>
        <translation>St&amp;op</translation>
    </message>
    <message>
        <source>Apaga cámara y micrófono (Espacio)</source>
        <translation>Turns camera and microphone off (Space)</translation>
    </message>
    <message>
        <source>Deteniendo…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Se están apagando cámara y micrófono</source>
        <translation>Camera and microphone are being turned off</translation>
    </message>
    <message>
        <source>Coach aprende en menos de un minuto cómo te ves y cómo hablas (C)</source>
        <translation>In less than a minute Coach learns how you look and how you speak (C)</translation>
    </message>
    <message>
        <source>Primero pulsa Iniciar</source>
        <translation>First press Start</translation>
    </message>
    <message>
        <source>Cubrebocas</source>
        <translation>Mask</translation>
    </message>
    <message>
        <source>Con cubrebocas, Coach no juzga la boca; ojos y cejas sí (Alt+M)</source>
        <translation>With a mask, Coach does not judge the mouth; eyes and brows it does (Alt+M)</translation>
    </message>
    <message>
        <source>Cubrebocas: auto</source>
        <translation>Mask: auto</translation>
    </message>
    <message>
        <source>Llevo cubrebocas</source>
        <translation>I wear a mask</translation>
    </message>
    <message>
        <source>Sin cubrebocas</source>
        <translation>No mask</translation>
    </message>
</context>
<context>
    <name>TrendCard</name>
    <message>
        <source>Últimos 30 segundos</source>
        <translation>Last 30 seconds</translation>
    </message>
    <message>
        <source>Tono y ritmo de tu voz en los últimos 30 segundos</source>
        <translation>Pitch and rate of your voice in the last 30 seconds</translation>
    </message>
</context>
<context>
    <name>TrendPlot</name>
    <message>
        <source>Altura de la voz: aguda arriba</source>
        <translation>Pitch of the voice: high is up</translation>
    </message>
    <message>
        <source>Ritmo: rápido arriba</source>
        <translation>Rate: fast is up</translation>
    </message>
</context>
<context>
    <name>TuningInUse</name>
    <message>
        <source>&amp;Volver a los de fábrica…</source>
        <translation>Back to &amp;factory thresholds…</translation>
    </message>
    <message>
        <source>Umbrales ajustados aquí, y desde cuándo:</source>
        <translation>Thresholds tuned here, and since when:</translation>
    </message>
    <message>
        <source>Todos los umbrales son los de fábrica.</source>
        <translation>All thresholds are the factory ones.</translation>
    </message>
</context>
<context>
    <name>TuningPage</name>
    <message>
        <source>Ajustar los detectores</source>
        <translation>Tune the detectors</translation>
    </message>
    <message>
        <source>Sesiones</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>&amp;Usar los elegidos…</source>
        <translation>&amp;Use the chosen ones…</translation>
    </message>
    <message>
        <source>Ajustar con las sesiones de «{}»</source>
        <translation>Tune with the sessions of “{}”</translation>
    </message>
    <message>
        <source>Todavía no ha cambiado nada.</source>
        <translation>Nothing has changed yet.</translation>
    </message>
    <message>
        <source>Ve: de lo que tus capacitadores dieron por bueno o agregaron, cuánto se detecta. De más: lo que se detecta y nadie vio. Se contó en las sesiones apartadas.</source>
        <translation>Sees: of what your trainers agreed with or added, how much is detected. Too many: what is detected and nobody saw. Counted in the sessions that were set apart.</translation>
    </message>
    <message>
        <source>No encontré umbrales mejores que los que ya se usan; todo se queda como está.</source>
        <translation>I found no better thresholds than those in use; everything stays as it is.</translation>
    </message>
    <message>
        <source>Desde la próxima sesión, esta computadora detecta con ellos: {}. Los informes lo dirán. Lo ya guardado no cambia, y mientras Coach siga abierto puedes deshacerlo aquí.</source>
        <translation>From the next session on, this computer detects with them: {}. Reports will say so. What is kept does not change, and as long as Coach stays open you can undo it here.</translation>
    </message>
    <message>
        <source>¿Usar los umbrales nuevos?</source>
        <translation>Use the new thresholds?</translation>
    </message>
    <message>
        <source>Usarlos</source>
        <translation>Use them</translation>
    </message>
    <message>
        <source>Umbrales nuevos</source>
        <translation>New thresholds</translation>
    </message>
    <message>
        <source>Se usan desde la próxima sesión: {}.</source>
        <translation>In use from the next session on: {}.</translation>
    </message>
    <message>
        <source>Desde la próxima sesión, esta computadora detecta otra vez como recién instalada.</source>
        <translation>From the next session on, this computer detects again as freshly installed.</translation>
    </message>
    <message>
        <source>¿Volver a los umbrales de fábrica?</source>
        <translation>Go back to the factory thresholds?</translation>
    </message>
    <message>
        <source>Volver a los de fábrica</source>
        <translation>Go back to factory thresholds</translation>
    </message>
    <message>
        <source>Umbrales de fábrica</source>
        <translation>Factory thresholds</translation>
    </message>
    <message>
        <source>Se usan desde la próxima sesión.</source>
        <translation>In use from the next session on.</translation>
    </message>
    <message>
        <source>&amp;Deshacer</source>
        <translation>Un&amp;do</translation>
    </message>
    <message>
        <source>Antes y después</source>
        <translation>Before and after</translation>
    </message>
    <message>
        <source>Cancelado; no cambió nada.</source>
        <translation>Cancelled; nothing changed.</translation>
    </message>
</context>
<context>
    <name>TuningSearch</name>
    <message>
        <source>&amp;Buscar umbrales mejores</source>
        <translation>&amp;Look for better thresholds</translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Avance del ajuste</source>
        <translation>Progress of the tuning</translation>
    </message>
    <message>
        <source>Con lo que tus capacitadores dijeron de las detecciones se buscan umbrales mejores para cada señal, y se comprueban en sesiones apartadas, con las que no se buscó. Nada cambia mientras no lo confirmes.</source>
        <translation>From what your trainers said of the detections, better thresholds are looked for signal by signal, and checked on sessions set apart, which were not used to find them. Nothing changes until you confirm it.</translation>
    </message>
    <message>
        <source>Cancelando…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>Leyendo lo que se juzgó…</source>
        <translation>Reading the verdicts…</translation>
    </message>
    <message>
        <source>Buscando para «{}»…</source>
        <translation>Searching for “{}”…</translation>
    </message>
    <message>
        <source>Para ajustar una señal hacen falta al menos {} juicios de ella en {} sesiones guardadas con sus mediciones.</source>
        <translation>To tune a signal, at least {} verdicts on it are needed, in {} sessions kept with their measurements.</translation>
    </message>
    <message>
        <source>Todavía no hay ninguno: abre una sesión y di si sus detecciones aciertan.</source>
        <translation>There are none yet: open a session and say whether its detections are right.</translation>
    </message>
    <message>
        <source>La que más tiene es «{}»: juicios, {}; sesiones, {}.</source>
        <translation>The one with most is “{}”: verdicts, {}; sessions, {}.</translation>
    </message>
    <message>
        <source>De «{}» hay {} juicios en {} sesiones, pero casi todos en unas pocas. Para comprobar se apartan sesiones, y en ellas hacen falta al menos {}: júzgala también en otras.</source>
        <translation>Of “{}” there are {} verdicts in {} sessions, but almost all in a few of them. Sessions are set apart to check, and at least {} are needed in those: judge it in other sessions, too.</translation>
    </message>
</context>
<context>
    <name>TuningTable</name>
    <message>
        <source>Señal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Ahora</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Con los nuevos</source>
        <translation>With the new ones</translation>
    </message>
    <message>
        <source>Qué cambia</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>Usar los umbrales nuevos de: {}</source>
        <translation>Use the new thresholds of: {}</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Tu imagen, como en un espejo</source>
        <translation>Your picture, as in a mirror</translation>
    </message>
</context>
<context>
    <name>VoicePanel</name>
    <message>
        <source>Volumen</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Inflexión</source>
        <translation>Inflection</translation>
    </message>
    <message>
        <source>Cali&amp;brar voz</source>
        <translation>Cali&amp;brate voice</translation>
    </message>
    <message>
        <source>Calibrar la voz leyendo en voz alta, 30 segundos</source>
        <translation>Calibrate the voice by reading aloud, 30 seconds</translation>
    </message>
    <message>
        <source>Lee un párrafo en voz alta y Coach aprende a contar tu ritmo (V)</source>
        <translation>Read a paragraph aloud and Coach learns to count your rate (V)</translation>
    </message>
    <message>
        <source>Primero pulsa Iniciar</source>
        <translation>First press Start</translation>
    </message>
    <message>
        <source>Sin sonido.</source>
        <translation>No sound.</translation>
    </message>
    <message>
        <source>Sin micrófono</source>
        <translation>No microphone</translation>
    </message>
    <message>
        <source>Tu ritmo, en cuanto inicies</source>
        <translation>Your rate, as soon as you start</translation>
    </message>
    <message>
        <source>El sonido terminó</source>
        <translation>The sound has ended</translation>
    </message>
    <message>
        <source>La grabación no tiene sonido</source>
        <translation>The recording has no sound</translation>
    </message>
    <message>
        <source>Esperando el sonido…</source>
        <translation>Waiting for the sound…</translation>
    </message>
    <message>
        <source>Aún no validado con personas</source>
        <translation>Not yet validated with people</translation>
    </message>
    <message>
        <source>Coach compara tu voz con un perfil de cada tono. Falta probarlo con personas: tómalo como una pista.</source>
        <translation>Coach compares your voice with a profile of each tone. It has yet to be proved with people: take it as a hint.</translation>
    </message>
    <message>
        <source>Tu voz</source>
        <translation>Your voice</translation>
    </message>
    <message>
        <source>Tonos</source>
        <translation>Tones</translation>
    </message>
    <message>
        <source>Lo que se nota</source>
        <translation>What shows</translation>
    </message>
</context>
<context>
    <name>_Pen</name>
    <message>
        <source>Comentario</source>
        <translation>Comment</translation>
    </message>
</context>
</TS>
