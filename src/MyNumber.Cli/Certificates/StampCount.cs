using System.Text.Json;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Certificates;

/// <summary>How many timestamps are in a document.</summary>
/// <param name="Inside">Over signatures, inside of them.</param>
/// <param name="NotChecked">Of those, the ones that nobody looked at to the end.</param>
/// <param name="OfDocument">Over a whole PDF file, which nothing here judges.</param>
internal readonly record struct StampCount(int Inside, int NotChecked, int OfDocument = 0)
{
    /// <summary>Whether authorities of timestamps were given, so that only an answer before them leaves them open.</summary>
    public bool ArePinned { get; init; }

    /// <summary>What a person must know beside the report; nothing when all were checked.</summary>
    public string? Text(Language language)
    {
        string?[] lines =
        [
            NotChecked == 0 ? null : ArePinned ? language.Pick($"TIMESTAMPS NOT CHECKED: {NotChecked}. What is wrong with the document was found before.", $"タイムスタンプ {NotChecked} 個は確認していません。その前に文書の問題が見つかりました。") : language.Pick(
                $"TIMESTAMPS NOT CHECKED: {NotChecked}. Who made them was not looked at; give that authority by {StampOptions.AnchorName}.",
                $"タイムスタンプ {NotChecked} 個は確認していません。発行者まで確認するには {StampOptions.AnchorName} で時刻認証局を指定してください。"),
            OfDocument == 0 ? null : language.Pick(
                $"DOCUMENT TIMESTAMPS NOT CHECKED: {OfDocument}. They are counted and not judged.", $"文書タイムスタンプ {OfDocument} 個は確認していません。この道具では数えるだけです。"),
        ];
        return lines.Any(line => line is not null) ? string.Join(Environment.NewLine, lines.OfType<string>()) : null;
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("timestamps", Inside + OfDocument);
        writer.WriteNumber("timestampsNotChecked", NotChecked + OfDocument);
    }
}
