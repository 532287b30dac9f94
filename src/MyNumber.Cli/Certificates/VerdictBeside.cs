using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Jpki;

namespace MyNumber.Cli.Certificates;

/// <summary>What the tool knows beside the library's report.</summary>
internal sealed record VerdictBeside
{
    /// <summary>The timestamps inside, where it is a document that may have some.</summary>
    public StampCount? Stamps { get; init; }

    /// <summary>The lists that were given and are not used.</summary>
    public IReadOnlyList<UnusedList> UnusedLists { get; init; } = [];

    /// <summary>Issuer of the certificate of a timestamp's authority, where a timestamp decided.</summary>
    public string? StampIssuer { get; init; }

    /// <summary>The option for that issuer's list.</summary>
    public string ListOption { get; init; } = StatusOptions.ListName;

    /// <summary>The lines for a person, each with a line end before it.</summary>
    public string Text(VerificationReason reason, Language language) =>
        string.Concat(new[] { Stamps?.Text(language), reason == VerificationReason.StatusOutOfScope ? WhichList(language) : reason == VerificationReason.XmlSignatureMisplaced ? WhichElement(language) : null }.OfType<string>().Select(line => Environment.NewLine + line));

    public void Write(Utf8JsonWriter writer)
    {
        Stamps?.Write(writer);
        writer.WriteStartArray("listsNotUsed");
        foreach (UnusedList list in UnusedLists)
        {
            writer.WriteStartObject();
            writer.WriteString("option", list.Option);
            writer.WriteNumber("list", list.Place);
            writer.WriteString("reason", list.Reason.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string WhichElement(Language language) => language.Pick(
        "An element in a namespace is named with its address: --xml-enveloped {urn:example}form. The name alone means an element without a namespace.",
        "名前空間のある要素は、アドレスを付けて --xml-enveloped {urn:example}form のように指定します。名前だけの指定は、名前空間のない要素を指します。");

    private string WhichList(Language language) => StampIssuer is not null
        ? language.Pick($"Which list: of timestamps there are no municipalities. It is the list of {StampIssuer}, which certified the timestamp's authority: {ListOption}.", $"必要な失効リスト: タイムスタンプに市区町村の区分はありません。時刻認証局の証明書を発行した {StampIssuer} の失効リストです。{ListOption} で指定してください。")
        : language.Pick(
            "Which list: 'jpki inspect CERT --show-holder' shows the name of the list that the certificate is on, and its issuer's generation; 'jpki inspect LIST' and 'ca crl' show the same of a list.",
            "必要な失効リスト: jpki inspect CERT --show-holder で、証明書が載る失効リストの区分と発行した鍵の世代が分かります。リストの区分と世代は jpki inspect LIST と ca crl で分かります。");
}
