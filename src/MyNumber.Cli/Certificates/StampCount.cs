using System.Text.Json;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Certificates;

/// <summary>How many timestamps are inside a document's signatures.</summary>
/// <param name="Inside">All.</param>
/// <param name="NotChecked">Those whose authority nobody vouched for.</param>
internal readonly record struct StampCount(int Inside, int NotChecked)
{
    /// <summary>What a person must know beside the report; nothing when all were checked.</summary>
    public string? Text(Language language) => NotChecked == 0 ? null : language.Pick(
        $"TIMESTAMPS NOT CHECKED: {NotChecked}. Each is over its signature, but who made it was not looked at; give that authority by {StampOptions.AnchorName}.",
        $"タイムスタンプ {NotChecked} 個は確認していません。署名を対象としていることだけを見ました。発行者まで確認するには {StampOptions.AnchorName} で時刻認証局を指定してください。");

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("timestamps", Inside);
        writer.WriteNumber("timestampsNotChecked", NotChecked);
    }
}
