using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing.Keys;

namespace MyNumber.Architecture.Tests;

/// <summary>Every fence of APDUs in the card's pages is played to a fresh emulated card of the sample person; three dots stand for bytes that differ.</summary>
public sealed partial class TranscriptTests
{
    public static TheoryData<string, int> Transcripts
    {
        get
        {
            TheoryData<string, int> rows = [];
            foreach (string path in Directory.EnumerateFiles(Repository.PathOf("docs", "card"), "*.md").Order(StringComparer.Ordinal))
            {
                for (int number = 0; number < FencesOf(Path.GetFileName(path)).Count; number++)
                {
                    rows.Add(Path.GetFileName(path), number);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Emulator_answers_as_the_page_says(string page, int number)
    {
        string transcript = FencesOf(page)[number].Groups["lines"].Value;
        using EmulatedCard card = Personalise();
        card.PowerOn();
        string answer = string.Empty;
        foreach (string line in transcript.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string bytes = line.Split('#')[0][1..].Replace(" ", string.Empty, StringComparison.Ordinal);
            if (line[0] == '>')
            {
                answer = Send(card, bytes);
                continue;
            }

            string[] ends = bytes.Split('…');
            bool fits = ends.Length == 1 ? answer == bytes : answer.StartsWith(ends[0], StringComparison.Ordinal) && answer.EndsWith(ends[1], StringComparison.Ordinal);
            fits.ShouldBeTrue($"{page}: {line} but the card said {answer.Length / 2} bytes ending in {answer[^4..]}");
        }
    }

    private static MatchCollection FencesOf(string page) => Fence().Matches(Repository.ReadText(Repository.PathOf("docs", "card", page)));

    private static string Send(EmulatedCard card, string hex)
    {
        byte[] answer = new byte[258];
        int length = card.Process(Convert.FromHexString(hex), answer);
        return Convert.ToHexString(answer.AsSpan(0, length));
    }

    private static EmulatedCard Personalise()
    {
        using RSA signature = LabKeyPool.Load(10), login = LabKeyPool.Load(11);
        EmulatedCard card = new EmulatedCardBuilder(CardPerson.Sample)
            .WithKey(CardKeyPurpose.Signature, signature)
            .WithKey(CardKeyPurpose.UserAuthentication, login)
            .Build();
        byte[] certificate = new byte[1586];
        Convert.FromHexString("3082062E").CopyTo(certificate, 0);
        card.InstallCertificate(CardKeyPurpose.Signature, certificate, certificate);
        card.InstallCertificate(CardKeyPurpose.UserAuthentication, certificate, certificate);
        return card;
    }

    [GeneratedRegex(@"^```apdu\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
