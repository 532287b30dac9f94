namespace MyNumber.Numbering.Tests.CheckDigits;

/// <summary>What people do to digits, and where.</summary>
internal static class CheckErrors
{
    public static IEnumerable<int> Payload(CheckScheme rule) => Enumerable.Range(0, rule.Length).Where(position => position != rule.CheckPosition);

    public static IEnumerable<int> PayloadPairs(CheckScheme rule) => Enumerable.Range(rule.CheckPosition == 0 ? 1 : 0, rule.Length - 2);

    public static IEnumerable<int[]> WrongDigit(int[] right) => Enumerable.Range(0, 10).Where(digit => digit != right[0]).Select(digit => new[] { digit });

    public static IEnumerable<int[]> Swap(int[] right) => right[0] == right[1] ? [] : [[right[1], right[0]]];

    public static IEnumerable<int[]> Jump(int[] right) => right[0] == right[2] ? [] : [[right[2], right[1], right[0]]];

    public static IEnumerable<int[]> Twin(int[] right) =>
        right[0] != right[1] ? [] : Enumerable.Range(0, 10).Where(digit => digit != right[0]).Select(digit => new[] { digit, digit });
}
