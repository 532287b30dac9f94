namespace MyNumber.Numbering.Tests.CheckDigits;

/// <summary>A check digit scheme written down a second time: what each payload digit adds, the modulus, and the digit of a remainder.</summary>
public sealed class CheckScheme(int modulus, bool checkFirst, Func<int, int> checkDigitOf, Func<int, int>[] contributions)
{
    public int Length => contributions.Length + 1;

    public int CheckPosition => checkFirst ? 0 : contributions.Length;

    public static CheckScheme Weighted(int modulus, bool checkFirst, Func<int, int> checkDigitOf, params int[] weights) =>
        new(modulus, checkFirst, checkDigitOf, [.. weights.Select(weight => (Func<int, int>)(digit => digit * weight))]);

    public static CheckScheme Modulus10Weight21(int payload) => new(10, false, remainder => (10 - remainder) % 10, [.. Enumerable.Range(0, payload)
        .Select(i => (payload - 1 - i) % 2 == 0 ? (Func<int, int>)(digit => (digit * 2 / 10) + (digit * 2 % 10)) : digit => digit)]);

    public int Modulus => modulus;

    public int Check(ReadOnlySpan<int> payload) => checkDigitOf(Sum(payload) % modulus);

    public int Sum(ReadOnlySpan<int> payload)
    {
        int sum = 0;
        for (int i = 0; i < payload.Length; i++)
        {
            sum += contributions[i](payload[i]);
        }

        return sum;
    }

    /// <summary>The share of numbers with this check digit.</summary>
    public double ShareOfCheckDigit(int digit)
    {
        double[] counts = Residues(Enumerable.Range(0, Length).Where(position => position != CheckPosition));
        return counts.Where((_, remainder) => checkDigitOf(remainder) == digit).Sum() / counts.Sum();
    }

    /// <summary>Percent of errors that pass, over all valid numbers, at the given windows of neighbouring positions.</summary>
    /// <param name="width">Digits in a window.</param>
    /// <param name="windows">First positions of the windows.</param>
    /// <param name="errors">The wrong digits that right ones become.</param>
    public double Missed(int width, IEnumerable<int> windows, Func<int[], IEnumerable<int[]>> errors)
    {
        double all = 0;
        double missed = 0;
        foreach (int start in windows)
        {
            int[] positions = [.. Enumerable.Range(start, width)];
            int[] touched = [.. positions.Where(position => position != CheckPosition)];
            double[] rest = Residues(Enumerable.Range(0, Length).Except(positions).Where(position => position != CheckPosition));
            foreach (int[] digits in Assignments(touched.Length))
            {
                Count(positions, touched, digits, rest, errors, ref all, ref missed);
            }
        }

        return 100 * missed / all;
    }

    private void Count(int[] positions, int[] touched, int[] digits, double[] rest, Func<int[], IEnumerable<int[]>> errors, ref double all, ref double missed)
    {
        for (int residue = 0; residue < modulus; residue++)
        {
            int check = checkDigitOf((residue + Sum(touched, digits)) % modulus);
            int[] right = [.. positions.Select(position => position == CheckPosition ? check : digits[Array.IndexOf(touched, position)])];
            foreach (int[] wrong in errors(right))
            {
                int[] wrongPayload = [.. touched.Select(position => wrong[Array.IndexOf(positions, position)])];
                int shown = Array.IndexOf(positions, CheckPosition) is >= 0 and int at ? wrong[at] : check;
                all += rest[residue];
                missed += checkDigitOf((residue + Sum(touched, wrongPayload)) % modulus) == shown ? rest[residue] : 0;
            }
        }
    }

    private int Sum(int[] positions, int[] digits) => positions.Select((position, i) => Contribution(position)(digits[i])).Sum();

    private Func<int, int> Contribution(int position) => contributions[checkFirst ? position - 1 : position];

    private double[] Residues(IEnumerable<int> positions)
    {
        double[] counts = new double[modulus];
        counts[0] = 1;
        foreach (int position in positions)
        {
            double[] next = new double[modulus];
            for (int residue = 0; residue < modulus; residue++)
            {
                for (int digit = 0; digit < 10; digit++)
                {
                    next[(residue + Contribution(position)(digit)) % modulus] += counts[residue];
                }
            }

            counts = next;
        }

        return counts;
    }

    private static IEnumerable<int[]> Assignments(int length) => Enumerable.Range(0, (int)Math.Pow(10, length))
        .Select(number => number.ToString($"D{Math.Max(length, 1)}")[..length].Select(digit => digit - '0').ToArray());
}
