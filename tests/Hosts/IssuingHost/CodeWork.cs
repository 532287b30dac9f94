using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Codes;
using MyNumber.Numbering.Issuing.Entries;
using MyNumber.Numbering.Issuing.Storage.Codes;
using MyNumber.Numbering.Storage;

namespace MyNumber.IssuingHost;

/// <summary>Draws a resident record code for one person after another, asks for a further bundle when the pool is exhausted, and changes the code of every third person.</summary>
public sealed class CodeWork
{
    private const int Bundle = 25;
    private const int MostPeople = 1_000_000;

    private readonly ResidentCodeDesignator _designator;
    private readonly IResidentCodeRegister _register;
    private readonly ResidentCodeBook _book;

    public CodeWork(IAllottedCodes allotted, IResidentCodeRegister register)
    {
        _designator = new ResidentCodeDesignator(allotted, RandomNumberGenerator.Create());
        _register = register;
        _book = new ResidentCodeBook(SyntheticRoll.Chiyoda, allotted, register, TimeProvider.System);
    }

    public static Guid PersonAt(int place) => new(place + 1, 9, 9, [8, 7, 6, 5, 4, 3, 2, 1]);

    public static int CodesOf(int place) => place % 3 == 0 ? 2 : 1;

    public static async Task<int> RunAsync(DbDataSource source, SqlDialect dialect, string first, string step)
    {
        CodeWork work = new(new SqlAllottedCodes(source, dialect, RandomNumberGenerator.Create()), new SqlResidentCodeRegister(source, dialect));
        Console.WriteLine("start");
        for (int place = int.Parse(first, CultureInfo.InvariantCulture); place < MostPeople; place += int.Parse(step, CultureInfo.InvariantCulture))
        {
            await work.ServeAsync(place);
            Console.WriteLine(place.ToString(CultureInfo.InvariantCulture));
        }

        return 1;
    }

    /// <summary>Gives a person all codes that are due. Asking again does no harm.</summary>
    public async Task ServeAsync(int place)
    {
        Guid person = PersonAt(place);
        CodeEntryResult result = await UntilServedAsync(() => _book.EnterAsync(person));
        IReadOnlyList<CodeEntry> entries = await _register.HistoryAsync(person);
        if (entries.Count < CodesOf(place))
        {
            ResidentRecordCode present = entries[^1].Code;
            result = await UntilServedAsync(() => _book.ChangeAsync(person, present));
        }

        if (result.Outcome is not (CodeEntryOutcome.Drawn or CodeEntryOutcome.Kept or CodeEntryOutcome.Changed))
        {
            throw new InvalidOperationException(result.Outcome.ToString());
        }
    }

    private async Task<CodeEntryResult> UntilServedAsync(Func<ValueTask<CodeEntryResult>> ask)
    {
        CodeEntryResult result = await ask();
        while (result.Outcome == CodeEntryOutcome.PoolExhausted)
        {
            await _designator.AllotAsync(SyntheticRoll.Chiyoda, Bundle);
            result = await ask();
        }

        return result;
    }
}
