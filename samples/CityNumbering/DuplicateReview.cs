using System.Diagnostics;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.People;

namespace CityNumbering;

/// <summary>Chapter 6: arrivals say that they never were registered; before anybody gets a number their four attributes are held against everybody's (重複調整).</summary>
internal sealed class DuplicateReview(World world, Narrator narrator)
{
    public async Task TellAsync()
    {
        Narrator.Chapter("6 重複調整 (is an arrival somebody whom we have?)");
        IdentityRecord known = world.Residents[world.Residents.Count / 2];
        FourAttributes same = known.Attributes;
        FourAttributes stranger = world.People.Invent(world.City.Name, world.Clock.Today, 60);
        IdentityRecord[] arrivals =
        [
            Arrival(new FourAttributes(same.Name.Replace('　', ' '), Narrow(same.Address), same.BirthDate, same.Sex)),
            Arrival(new FourAttributes(same.Name, stranger.Address, same.BirthDate, same.Sex)),
            Arrival(new FourAttributes(same.Name, stranger.Address, same.BirthDate, same.Sex == Sex.Male ? Sex.Female : Sex.Male)),
        ];

        Stopwatch watch = Stopwatch.StartNew();
        PossibleDuplicate[] found = [.. DuplicateDetector.Find(world.Residents.Concat(arrivals))];
        Narrator.Line(FormattableString.Invariant($"{world.Residents.Count + arrivals.Length:N0} 人を比べ、{watch.Elapsed.TotalSeconds:F2} 秒、似た組 {found.Length:N0} (pairs alike)"));

        DuplicateVerdict[] verdicts = [.. arrivals.Select(arrival => Verdict(found, known, arrival))];
        narrator.Step("同じ人が全角・半角を変えて届け出た (same person, other widths)", $"{verdicts[0]}: 職員が確認し、元のコードと番号のまま (a clerk settles it, nothing new is issued)", verdicts[0] == DuplicateVerdict.AllFour);
        narrator.Step("住所だけ違う人 (only the address differs)", $"{verdicts[1]}: 別人か転居か、職員が確認", verdicts[1] == DuplicateVerdict.ThreeOfFour);
        narrator.Step("氏名と生年月日だけ同じ人 (name and birth date only)", $"{verdicts[2]}: 同一人とは扱わない (never joined)", verdicts[2] == DuplicateVerdict.None);

        FirstNumbers numbers = new(world);
        bool numbered = await numbers.EnterAsync(arrivals[1].Attributes, IssueReason.FirstEntry) & await numbers.EnterAsync(arrivals[2].Attributes, IssueReason.FirstEntry);
        narrator.Step("別人と確認された二人に付番 (two strangers are numbered)", "2 件", numbered);
    }

    private static DuplicateVerdict Verdict(PossibleDuplicate[] found, IdentityRecord known, IdentityRecord arrival) =>
        found.Where(pair => pair.One == known.Person && pair.Other == arrival.Person).Select(pair => pair.Verdict).FirstOrDefault();

    /// <summary>A record for the comparison only: no code is drawn and nothing is written before a clerk has decided.</summary>
    private IdentityRecord Arrival(FourAttributes attributes) => world.NewRecord(world.People.NextId(), attributes, default, default, world.City);

    private static string Narrow(string address) => string.Concat(address.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
}
