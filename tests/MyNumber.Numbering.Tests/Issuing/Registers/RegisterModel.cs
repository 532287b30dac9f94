using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Tests.Issuing.Registers;

/// <summary>What a register is to do, by sets that are copied whole for each batch.</summary>
internal sealed class RegisterModel
{
    private HashSet<int> _requests = [], _numbers = [], _replaced = [];
    private HashSet<(int Code, int Counter)> _codes = [];

    public List<Row> Rows { get; } = [];

    public int Count => Rows.Count;

    public (RegisterConflict Conflict, int Index) Add(Row[] batch)
    {
        (HashSet<int> requests, HashSet<int> numbers, HashSet<int> replaced) = ([.. _requests], [.. _numbers], [.. _replaced]);
        HashSet<(int, int)> codes = [.. _codes];
        for (int i = 0; i < batch.Length; i++)
        {
            Row row = batch[i];
            RegisterConflict conflict = requests.Contains(row.Request) ? RegisterConflict.Request
                : row.Keys().Any(codes.Contains) ? RegisterConflict.CodeAndCounter
                : numbers.Contains(row.Number) ? RegisterConflict.Number
                : replaced.Contains(row.Replaces) ? RegisterConflict.Replaced
                : RegisterConflict.None;
            if (conflict != RegisterConflict.None)
            {
                return (conflict, i);
            }

            requests.Add(row.Request);
            numbers.Add(row.Number);
            codes.UnionWith(row.Keys());
            if (row.Replaces >= 0)
            {
                replaced.Add(row.Replaces);
            }
        }

        (_requests, _numbers, _replaced, _codes) = (requests, numbers, replaced, codes);
        Rows.AddRange(batch);
        return default;
    }

    /// <summary>An issue in small numbers; -1 replaces nothing, or has no former code.</summary>
    internal readonly record struct Row(int Request, int Code, int Counter, int Number, int Replaces, int Former)
    {
        public static Row Draw(Random random, int space)
        {
            int number = random.Next(space * 4), code = random.Next(space), replaces = random.Next(3) == 0 ? random.Next(space * 4) : -1;
            bool hasFormer = replaces < 0 && random.Next(8) == 0;
            return new Row(
                random.Next(space * 4) + 1, code, random.Next(3), number, replaces == number ? -1 : replaces, hasFormer ? (code + 1 + random.Next(space - 1)) % space : -1);
        }

        public IEnumerable<(int Code, int Counter)> Keys()
        {
            for (int counter = Replaces < 0 ? 0 : Counter; counter <= Counter; counter++)
            {
                yield return (Code, counter);
            }

            if (Former >= 0)
            {
                yield return (Former, 0);
            }
        }

        public NumberIssue ToIssue() => new()
        {
            Request = Lab.Request(Request),
            Code = Lab.Code(Code),
            Counter = Counter,
            Number = IndividualNumber.FromTrusted(Number * 10L),
            Replaces = Replaces < 0 ? default : IndividualNumber.FromTrusted(Replaces * 10L),
            FormerCodes = Former < 0 ? [] : [Lab.Code(Former)],
            KeyVersion = 1,
            Municipality = Lab.Chiyoda,
            Reason = Replaces < 0 ? IssueReason.Birth : IssueReason.LeakExOfficio,
            GeneratedAt = Lab.Noon,
        };
    }
}
