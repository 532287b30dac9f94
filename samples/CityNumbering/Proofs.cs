using System.Globalization;
using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.Issuing.Registers;

namespace CityNumbering;

/// <summary>Chapter 9: the proofs, from what stands in the registers and by means of their own: sorted scans, a check digit written out here, and the general FF1 backwards.</summary>
internal sealed class Proofs(World world, Narrator narrator)
{
    private readonly List<NumberIssue> _issues = [];
    private readonly List<ResidentRecordCode> _codes = [];

    public async Task TellAsync()
    {
        Narrator.Chapter("9 証明 (proofs, computed from the registers)");
        await CollectAsync();
        IndividualNumber[] numbers = [.. _issues.Select(issue => issue.Number)];
        narrator.Proof("登録簿の番号をすべて読んだ (nothing left out)", _issues.Count, Math.Abs(await world.Center.Register.CountAsync() - _issues.Count));
        HashSet<ResidentRecordCode> borne = [.. _codes];
        narrator.Proof("どの番号も、誰かが持ったコードから (every number from a code that somebody bore)", _issues.Count, _issues.Count(issue => !borne.Contains(issue.Code)));
        narrator.Proof("重複がない (no duplicate)", numbers.Length, SortedScan.Repeats(numbers));
        narrator.Step("検算: わざと一件を二重にして同じ走査 (the scan does find one)", "一件を検出", SortedScan.Repeats([.. numbers, numbers[numbers.Length / 2]]) == 1);
        ProveHistory();
        narrator.Proof("検査用数字が正しい (check digits, recomputed)", numbers.Length, numbers.Count(number => !CheckDigitFormula.Holds(number)));
        narrator.Proof("どのコードも二度引かれていない (no code drawn twice)", _codes.Count, SortedScan.Repeats([.. _codes]));
        ProveBijection();
        narrator.Proof("すべて指定され、住民票に記載された (designated and recorded)", _issues.Count, _issues.Count(issue => issue.State != DesignationState.Recorded));
    }

    /// <summary>The whole register of numbers, and every code that anybody ever bore.</summary>
    private async Task CollectAsync()
    {
        await foreach (NumberIssue issue in world.Center.Register.ReadAllAsync())
        {
            _issues.Add(issue);
        }

        foreach (IdentityRecord current in world.Residents.Concat(world.Elsewhere).Concat(world.Dead))
        {
            IReadOnlyList<IdentityRecord> versions = await world.Identities.HistoryAsync(current.Person);
            _codes.AddRange(versions.Where((version, at) => at == 0 || version.Code != versions[at - 1].Code).Select(version => version.Code));
        }
    }

    /// <summary>A number of the living is neither one that was replaced nor one of the dead.</summary>
    private void ProveHistory()
    {
        IndividualNumber[] living = [.. world.Residents.Concat(world.Elsewhere).Select(record => record.Number)];
        IndividualNumber[] past = [.. _issues.Select(issue => issue.Replaces).Where(number => !number.IsEmpty), .. world.Dead.Select(record => record.Number)];
        narrator.Proof(
            FormattableString.Invariant($"生きている番号が、変更前と死亡者の番号 {past.Length:N0} 件と衝突しない (no collision with history)"),
            living.Length, SortedScan.Common(living, past) + SortedScan.Repeats(living));
    }

    /// <summary>From each number the holder of the key comes back to exactly the code and the count it was made from.</summary>
    private void ProveBijection()
    {
        long[] values = [.. _issues.Select(issue => Digits(issue.Number.Reveal(), 11))];
        world.Center.AuditPermutation.Invert(values);
        int broken = 0;
        for (int i = 0; i < values.Length; i++)
        {
            while (ExcludedNumbers.Placeholders.Contains(values[i]))
            {
                values[i] = world.Center.AuditPermutation.Invert(values[i]);
            }

            broken += values[i] == (Digits(_issues[i].Code.Reveal(), 10) * 10) + _issues[i].Counter ? 0 : 1;
        }

        narrator.Proof("番号から元のコードと回数に戻る、全単射 (bijection: back to code and count by other code)", values.Length, broken);
    }

    private static long Digits(string number, int count) => long.Parse(number.AsSpan(0, count), CultureInfo.InvariantCulture);
}
