using System.CommandLine;
using System.Globalization;

namespace MyNumber.Cli.Contract;

/// <summary>The help in Japanese, by the words that lead to it; what verbs share by its own name. What has no row stays English.</summary>
internal static class JapaneseHelp
{
    // {0} is what follows the first colon of the English text: names that the code lists.
    private static readonly Dictionary<string, string> _rows = new(StringComparer.Ordinal)
    {
        ["--json"] = "JSON で答えます (1行に1オブジェクト)。",
        ["--lang"] = "理由とエラーの言語 (en または ja)。省略すると環境の言語です。",
        ["--version"] = "版を表示します。",
        ["--help"] = "使い方を表示します。",
        ["number"] = "番号の検査・判別・一括検証・模擬の付番。",
        ["link"] = "実験用の機関別符号の生成・変換・検査・計測。",
        ["card"] = "リーダーにある個人番号カードを読み、使います。",
        ["card list"] = "カードリーダーを一覧にします。終了コード: 0 リーダーあり; 3 なし、または PC/SC に問い合わせできない。",
        ["card info"] = "カードの種別を暗証番号なしで示します。終了コード: 0 表示した; 1 未知のカード; 2 指定の誤り; 3 答えが得られない。",
        ["card pins"] = "各暗証番号の残り回数を示します。回数は消費しません。終了コード: 0 表示した; 2 指定の誤り; 3 答えが得られない。",
        ["card read"] = "カードから読み取ります。終了コード: 0 読み取った (age: 達している); 1 拒否された (age: 達していない); 2 指定の誤り; 3 答えが得られない。",
        ["card read WHAT"] = "次のいずれか: {0}",
        ["card read --by"] = "選べるときに、照合に使うもの: {0}",
        ["card read --out"] = "証明書や画像を書き込む新しいファイル (face ではフォルダー)。",
        ["card read --reveal"] = "number と age が伏せる個人番号・生年月日をそのまま表示します。attributes は指定しなくても4情報すべてを表示します。",
        ["card read --reaches"] = "age だけで使えます。この年齢に達しているかどうかだけを示します。",
        ["card sign"] = "カードの鍵でファイルに署名します。終了コード: 0 署名し、証明書で検証した; 1 拒否された; 2 指定の誤り; 3 答えが得られない。",
        ["card sign FILE"] = "署名するファイル。- は標準入力です。",
        ["card sign --key"] = "鍵: authentication (利用者証明用) または signature (署名用)。",
        ["card sign --hash"] = "sha256 (省略時)、sha384、sha512 のいずれか。",
        ["card sign --out"] = "署名を書き込む新しいファイル。省略すると Base64 で表示します。",
        ["card change-pin"] = "暗証番号を変更します。終了コード: 0 変更した; 1 拒否され、変更していない; 2 指定の誤り; 3 答えが得られない。",
        ["card change-pin WHICH"] = "次のいずれか: {0} (residence は住民基本台帳用の暗証番号の両方。最後の二つはその一方だけで、一方だけが変更されたカードに使います)",
        ["card doctor"] = "カードを使えない原因と対処を、カードのあるリーダーごとに日本語と英語で示します。終了コード: 0 異常なし; 1 異常あり; 2 指定の誤り; 3 途中で停止した。",
        ["card doctor --reader"] = "リーダー: card list の番号、名前、または一つだけに合う名前の一部。省略するとカードのあるすべてのリーダーです。",
        ["--reader"] = "リーダー: card list の番号、名前、または一つだけに合う名前の一部。省略するとカードのあるリーダーです。",
        ["--pin-fd"] = "暗証番号を読むファイル記述子: 0 または3以上。1行を読みます。",
        ["--pin-env"] = "暗証番号を読む環境変数。",
        ["--new-pin-fd"] = "新しい暗証番号を読むファイル記述子: 0 または3以上。1行を読みます。",
        ["--new-pin-env"] = "新しい暗証番号を読む環境変数。",
        ["--last-try"] = "残り1回でも照合します。誤りならロックされます。",
        ["emulate"] = "模擬カードを pcscd の仮想リーダーに入れます。SIGINT か SIGTERM まで動きます。終了コード: 0 カードが入り、停止された; 1 人物または保存されたカードが不正; 2 指定の誤り; 3 ドライバーがカードを確認する前に停止、または保存できない。",
        ["emulate --vpcd"] = "仮想リーダーのスロット。例: 127.0.0.1:35963",
        ["emulate --person"] = "架空の人物の JSON ファイル。省略すると見本 花子です。",
        ["emulate --seed"] = "この数から人物を作り (--person がないとき)、鍵を選びます。",
        ["emulate --option"] = "カードの未確定の挙動。繰り返し指定できます: {0}",
        ["emulate --profile"] = "カードの種別: {0}",
        ["emulate --state"] = "このファイルのカードがあれば続きから使い、暗証番号・残り回数・ファイルが変わるたびに保存します。実験用カードの鍵と暗証番号がそのまま入ります。",
        ["emulate --decisions"] = "各コマンドの判断を標準エラーに示します。名称とステータスワードだけで、データは含みません。",
    };

    /// <summary>Puts the Japanese texts on a command and all below it; the command line's own, made for this run.</summary>
    /// <param name="command">The command.</param>
    /// <param name="path">The words that lead to it, with a blank behind each.</param>
    public static void Apply(Command command, string path = "")
    {
        foreach (Symbol symbol in command.Options.Concat<Symbol>(command.Arguments).Concat(command.Subcommands))
        {
            symbol.Description = Find(path, symbol) is { } text ? string.Format(CultureInfo.InvariantCulture, text, ListOf(symbol.Description)) : symbol.Description;
        }

        foreach (Command below in command.Subcommands)
        {
            Apply(below, $"{path}{below.Name} ");
        }
    }

    /// <summary>The help's own headings and marks, which the platform leaves in English.</summary>
    public static string Translate(string help) => help
        .Replace("Description:", "説明:", StringComparison.Ordinal)
        .Replace(" (REQUIRED)", " (必須)    ", StringComparison.Ordinal) // as wide as it was
        .Replace("[default: ", "[省略時: ", StringComparison.Ordinal)
        .Replace("[options]", "[オプション]", StringComparison.Ordinal)
        .Replace("[command]", "[コマンド]", StringComparison.Ordinal);

    private static string? Find(string path, Symbol symbol) => RowOf($"{path}{symbol.Name}") ?? (symbol is Option ? RowOf(symbol.Name) : null);

    private static string? RowOf(string words) => _rows.GetValueOrDefault(words) ?? JapaneseJpkiHelp.Rows.GetValueOrDefault(words) ?? JapaneseNumberHelp.Rows.GetValueOrDefault(words);

    private static string ListOf(string? description) => description?.Split(": ", 2) is [_, string list] ? list.Split('.')[0] : string.Empty;
}
