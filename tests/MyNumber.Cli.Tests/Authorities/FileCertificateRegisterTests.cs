using System.Text;
using MyNumber.Cli.Authorities;
using MyNumber.Jpki.Authority.Status;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Authorities;

public sealed class FileCertificateRegisterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "register.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Entries_come_back_in_their_order()
    {
        FileCertificateRegister register = Open();
        (await register.TryAppendAsync(Entry(1))).ShouldBeTrue();
        (await register.TryAppendAsync(Entry(2))).ShouldBeTrue();
        (await PositionsAsync(Open(), 0)).ShouldBe([1, 2]);
        (await PositionsAsync(Open(), 1)).ShouldBe([2]);
        (await PositionsAsync(Open(), 2)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("taken", 1)]
    [InlineData("past the next", 3)]
    public async Task Place_that_is_not_the_next_is_refused_and_nothing_is_written(string row, long position)
    {
        (await Open().TryAppendAsync(Entry(1))).ShouldBeTrue(row);
        long length = new FileInfo(File).Length;
        (await Open().TryAppendAsync(Entry(position))).ShouldBeFalse(row);
        new FileInfo(File).Length.ShouldBe(length, row);
    }

    [Fact]
    public async Task Of_writers_at_once_each_place_has_one()
    {
        const int Writers = 8, Places = 10;
        FileCertificateRegister[] registers = [.. Enumerable.Range(0, Writers).Select(_ => Open())];
        for (int place = 1; place <= Places; place++)
        {
            bool[] wrote = await Task.WhenAll(registers.Select(register => Task.Run(async () => await register.TryAppendAsync(Entry(place)))));
            wrote.Count(done => done).ShouldBe(1);
        }

        (await PositionsAsync(Open(), 0)).ShouldBe(Enumerable.Range(1, Places).Select(place => (long)place));
    }

    [Fact]
    public async Task Write_that_was_cut_off_is_passed_over_and_taken_away_by_the_next()
    {
        FileCertificateRegister register = Open();
        await register.TryAppendAsync(Entry(1));
        await System.IO.File.AppendAllTextAsync(File, "{\"position\":2,\"at\"");
        (await PositionsAsync(register, 0)).ShouldBe([1]);
        (await Open().TryAppendAsync(Entry(2))).ShouldBeTrue();
        (await PositionsAsync(register, 0)).ShouldBe([1, 2]);
        Encoding.UTF8.GetString(await System.IO.File.ReadAllBytesAsync(File)).Count(letter => letter == '\n').ShouldBe(2);
    }

    [Theory]
    [InlineData("no JSON", "x\n")]
    [InlineData("an empty line", "\n")]
    [InlineData("null", "null\n")]
    [InlineData("another place", """{"position":2,"at":"2026-01-01T00:00:00+00:00"}""" + "\n")]
    public async Task Line_that_is_no_entry_is_told_by_its_place_alone(string row, string line)
    {
        await System.IO.File.WriteAllTextAsync(File, line);
        FormatException fault = await Should.ThrowAsync<FormatException>(() => PositionsAsync(Open(), 0));
        fault.Message.ShouldBe("Entry 1 of the register cannot be read.", row);
    }

    private static RegisterEntry Entry(long position) => new() { Position = position, At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    private static async Task<List<long>> PositionsAsync(FileCertificateRegister register, long after)
    {
        List<long> positions = [];
        await foreach (RegisterEntry entry in register.ReadAsync(after))
        {
            positions.Add(entry.Position);
        }

        return positions;
    }

    private FileCertificateRegister Open() => new(File, TimeProvider.System);
}
