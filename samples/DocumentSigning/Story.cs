using MyNumber.Jpki;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Testing;

namespace DocumentSigning;

/// <summary>A card signs documents of every kind; the office verifies them, outside programs too; a changed one is refused, and one whose certificate was revoked.</summary>
internal sealed class Story(LabWorld world, TimestampHost time, WorkFolder folder, Narrator narrator)
{
    private readonly List<string[]> _rows = [["文書 (document)", "バイト", "検証", "外部プログラム", "変更後", "外部プログラム"]];

    public async Task TellAsync()
    {
        TimestampAuthority authority = time.Authority;
        Applicant applicant = new(world.Holder);
        SigningDesk desk = new(applicant, new Office(world, authority), new OutsidePrograms(world, authority, folder), time, world.Clock);

        Narrator.Chapter("署名 (カードの署名用秘密鍵で。鍵はカードから出ない)");
        IReadOnlyList<SignedPaper> papers = await desk.SignAllAsync();
        foreach (SignedPaper paper in papers)
        {
            folder.Write(paper.FileName, paper.Signed);
            narrator.Step(paper.Title, $"{paper.FileName}、{paper.Signed.Length} バイト", paper.Signed.Length > 256);
        }

        KeptFiles.WriteLists(world, authority, folder);
        narrator.Step("カードへの署名の命令", $"{applicant.Signatures} 回 (文書ごとに一回。時刻はカードに頼まない)", applicant.Signatures == papers.Count);

        Narrator.Chapter("検証 (状態は実験用 OCSP レスポンダ) と、途中で変更された文書");
        foreach (SignedPaper paper in papers)
        {
            await JudgeAsync(paper);
        }

        Narrator.Chapter("転居による失効の後");
        world.Authority.MoveHouse(world.Holder.Certificates);
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        foreach (SignedPaper paper in papers)
        {
            Answer later = await paper.Verify(paper.Signed, paper.Content);
            narrator.Step(paper.Title, later.Japanese, later is { Outcome: VerificationOutcome.Invalid, Reason: VerificationReason.Revoked });
        }

        Narrator.Chapter("一覧");
        Columns.Write(_rows);
        Narrator.Line(folder.Ending);
        if (folder.IsKept)
        {
            TellTool(papers);
        }
    }

    private static void TellTool(IEnumerable<SignedPaper> papers)
    {
        Narrator.Line("そのフォルダーで mynumber に確かめさせるには (失効リストは転居の前のもので、期限があります。その後は --at で時点を指定):");
        foreach (string line in KeptFiles.ToolLines(papers.Select(paper => paper.FileName)))
        {
            Narrator.Line(line);
        }
    }

    private async Task JudgeAsync(SignedPaper paper)
    {
        Answer answer = await paper.Verify(paper.Signed, paper.Content);
        (string outside, bool agree) = AskOutside(paper, paper.Signed, paper.Content, "", expected: true);
        narrator.Step(paper.Title, $"{answer.Japanese}。{outside}", answer.Outcome == VerificationOutcome.Valid && agree);

        (byte[] changed, byte[]? content) = paper.Change(paper.Signed, paper.Content);
        Answer refusal = await paper.Verify(changed, content);
        (string outsideLater, bool agreeLater) = AskOutside(paper, changed, content, "changed-", expected: false);
        narrator.Step($"{paper.Title} — 変更後", $"{refusal.Japanese}。{outsideLater}", refusal.Outcome == VerificationOutcome.Invalid && refusal.Reason == paper.Refusal && agreeLater);
        _rows.Add([paper.Title, paper.Signed.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), answer.Japanese, outside, $"拒否 {refusal.Reason}", outsideLater]);
    }

    /// <summary>Every program that is there must accept what is right; of a changed document one at least must refuse it.</summary>
    private (string Told, bool AsExpected) AskOutside(SignedPaper paper, byte[] document, byte[]? content, string prefix, bool expected)
    {
        string file = folder.Write(prefix + paper.FileName, document);
        string? beside = content is null ? null : folder.Write(prefix + paper.FileName + ".txt", content);
        (OutsideCheck Check, bool? Accepts)[] answers = [.. paper.Outside.Select(check => (check, check.Judge(file, beside)))];
        string told = string.Join("、", answers.Select(answer => $"{answer.Check.Label} {(answer.Accepts is { } accepts ? accepts ? "○" : "×" : "なし")}"));
        bool[] known = [.. answers.Select(answer => answer.Accepts).OfType<bool>()];
        return (told, known.Length == 0 || known.All(accepts => accepts) == expected);
    }
}
