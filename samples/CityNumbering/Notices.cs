using System.Text;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.Issuing.Notices;

namespace CityNumbering;

/// <summary>Chapter 3: the print data of the notices (個人番号通知書). The one file that must hold numbers in clear; the screen shows it masked.</summary>
internal sealed class Notices(World world, Narrator narrator, OutputFolder folder)
{
    private const int Shown = 4;

    public async Task TellAsync()
    {
        Narrator.Chapter("3 通知書の印刷用データ (print data of the notices)");
        await using FileStream file = folder.Create("notices.csv");
        long written = await NoticeFile.WriteRevealedAsync(file, world.Residents.Select(EntryOf));

        file.Position = 0;
        using StreamReader reader = new(file, Encoding.UTF8);
        long lines = 0;
        for (string? line; (line = await reader.ReadLineAsync()) is not null; lines++)
        {
            if (lines < Shown)
            {
                Narrator.Line(lines == 0 ? line : Mask.Columns(line));
            }
        }

        narrator.Step("市の住民全員の通知書 (a notice for every resident)", FormattableString.Invariant($"notices.csv に {written:N0} 通、表示は伏せ字 (masked on the screen)"),
            written == world.Residents.Count && lines == written + 1);
    }

    private NoticeEntry EntryOf(IdentityRecord resident) => new()
    {
        PostalCode = "999-9999",
        Addressee = resident.Attributes,
        Number = resident.Number,
        Municipality = resident.Municipality,
        IssuedOn = world.Clock.Today,
    };
}
