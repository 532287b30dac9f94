namespace MyNumber.Card.Pcsc.Errors;

/// <summary>Words for each cause, in the order of <see cref="PcscCause"/>.</summary>
internal static class PcscAdviceTable
{
    private static readonly (PcscAdvice English, PcscAdvice Japanese)[] _rows =
    [
        (new("The PC/SC service reported an error that this library does not know.", "Take the card out and put it in again; if that does not help, restart the PC/SC service."),
            new("PC/SCサービスが未知のエラーを返しました。", "カードを入れ直し、それでも直らなければPC/SCサービスを再起動してください。")),
        (new("The PC/SC library is not on this machine.", "Install it: libpcsclite1 and pcscd on Debian and Ubuntu, pcsc-lite on Fedora, Arch and Alpine. Windows and macOS bring their own."),
            new("PC/SCライブラリがこの機械にありません。", "導入してください。Debian・Ubuntuではlibpcsclite1とpcscd、Fedora・Arch・Alpineではpcsc-liteです。WindowsとmacOSには標準で入っています。")),
        (new("The PC/SC service is not running.", "Linux: start it with 'systemctl start pcscd.socket', in a container with 'pcscd'. Windows: start the service 'Smart Card'; it also ends when no reader is connected. macOS: connect the reader again."),
            new("PC/SCサービスが動いていません。", "Linuxでは「systemctl start pcscd.socket」、コンテナーでは「pcscd」で起動してください。Windowsでは「Smart Card」サービスを開始してください(リーダーがないときにも停止します)。macOSではリーダーをつなぎ直してください。")),
        (new("This user may not use the PC/SC service or the card.", "Linux: let polkit permit the actions org.debian.pcsc-lite.access_pcsc and .access_card to this user, or log in at the machine's own seat. A container needs the socket of pcscd."),
            new("この利用者にはPC/SCサービスまたはカードを使う権限がありません。", "Linuxではpolkitでこの利用者にorg.debian.pcsc-lite.access_pcscと.access_cardを許可するか、機械の前でログインしてください。コンテナーにはpcscdのソケットが必要です。")),
        (new("No card reader is connected.", "Connect a reader; if it is connected, install its driver (Linux: libccid, or the vendor's for some contactless readers)."),
            new("カードリーダーがつながっていません。", "リーダーをつないでください。つないであるときは、ドライバーを導入してください(Linuxではlibccid。非接触型には製造元のものが要ることがあります)。")),
        (new("The card reader is not available.", "Look at the reader's cable and name; a program that knows the old name must list the readers again."),
            new("カードリーダーが使えません。", "リーダーの接続と名前を確かめてください。古い名前を持つプログラムは、リーダーの一覧を取り直す必要があります。")),
        (new("No card is in the reader.", "Put the card in, chip first, or lay it in the middle of a contactless reader."),
            new("リーダーにカードがありません。", "カードをICチップの側から差し込むか、非接触型では中央に置いてください。")),
        (new("Another program is using the card.", "Wait until it is done, or close it. Mail programs, browsers and services for login may hold the card."),
            new("ほかのプログラムがカードを使っています。", "終わるのを待つか、そのプログラムを閉じてください。メールソフト、ブラウザー、ログオンのサービスがカードを占有することがあります。")),
        (new("The card was reset by another program or by the system: the selected application and all verified PINs are gone.", "Select the application and verify the PIN again. Windows resets a card that is idle in a transaction for five seconds."),
            new("ほかのプログラムまたはシステムがカードをリセットしました。選択したアプリケーションと照合済みの暗証番号は失われています。", "アプリケーションの選択と暗証番号の照合をやり直してください。Windowsは、トランザクション中に5秒間使われないカードをリセットします。")),
        (new("The card does not answer.", "Look at the card's side and direction, clean the chip, try another reader; two cards on a contactless reader disturb each other."),
            new("カードが応答しません。", "カードの表裏と向きを確かめ、ICチップを拭き、別のリーダーでも試してください。非接触型に2枚重ねると読めません。")),
        (new("The card has no power.", "Take the card out and put it in again, then connect again."),
            new("カードに電源が入っていません。", "カードを入れ直してから、もう一度接続してください。")),
        (new("Reader and card have no protocol in common.", "The Individual Number Card needs a reader for T=1 or ISO/IEC 14443 Type B; see whether the reader is listed for it, and whether the card is another one."),
            new("リーダーとカードに共通の通信方式がありません。", "個人番号カードにはT=1またはISO/IEC 14443 Type Bに対応したリーダーが必要です。対応機種であることと、別のカードでないことを確かめてください。")),
        (new("The exchange between reader and card failed.", "Leave the card still and try again. If a PIN was on its way, ask for the tries left first: one may be spent."),
            new("リーダーとカードの間の通信に失敗しました。", "カードを動かさずにやり直してください。暗証番号の照合中であったときは、回数を消費したことがあるので、先に残り回数を確かめてください。")),
        (new("The card's answer is longer than the buffer for it.", "Give a longer buffer: 258 bytes for short answers, up to 65,538 for extended ones."),
            new("カードの応答が受信バッファーより長くなりました。", "長いバッファーを渡してください。短い応答には258バイト、拡張長には最大65,538バイトです。")),
        (new("The connection is no longer valid: the PC/SC service has ended since.", "Connect to the card again."),
            new("接続は無効です。その後PC/SCサービスが終了しました。", "カードに接続し直してください。")),
        (new("The call was cancelled.", "Nothing is wrong; ask again when it is wanted."),
            new("呼出しは取り消されました。", "異常ではありません。必要なときにやり直してください。")),
        (new("The PC/SC service did not answer in time.", "Try again; if that does not help, restart the PC/SC service."),
            new("PC/SCサービスが時間内に応答しません。", "やり直し、それでも直らなければPC/SCサービスを再起動してください。")),
        (new("The PC/SC service has no memory or no free place left.", "Close programs and connections that use cards; restart the PC/SC service."),
            new("PC/SCサービスのメモリーまたは空きがありません。", "カードを使うプログラムと接続を閉じ、PC/SCサービスを再起動してください。")),
        (new("Reader or service does not support what was asked for.", "Install the reader vendor's driver, or use another reader."),
            new("リーダーまたはサービスがその操作に対応していません。", "リーダーの製造元のドライバーを導入するか、別のリーダーを使ってください。")),
    ];

    public static PcscAdvice English(PcscCause cause) => _rows[(int)cause].English;

    public static PcscAdvice Japanese(PcscCause cause) => _rows[(int)cause].Japanese;
}
