using BenchmarkDotNet.Attributes;
using MyNumber.Card.Apdu;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Sessions;

namespace MyNumber.Benchmarks.Card;

/// <summary>
/// One command without cryptography to an emulated card in the same process: READ BINARY of 16 bytes of the token information, and SELECT of its file.
/// <see cref="DirectRead"/> hands the bytes of the command to the card and looks at the status word, as one would without this library; the client's path goes
/// through session, GET RESPONSE, correct length, reader and connection, and zeroes its buffers after each command.
/// </summary>
[MemoryDiagnoser]
public class CommandsInProcess
{
    private static readonly byte[] _readCommand = [0x00, 0xB0, 0x00, 0x00, 0x10];
    private static readonly CardFileId _file = new(0x0006);
    private readonly byte[] _answer = new byte[258];
    private readonly byte[] _destination = new byte[16];
    private EmulatedCard _direct = null!;
    private EmulatedCard _read = null!;
    private CardSession _session = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _direct = new EmulatedCardBuilder(CardPerson.Sample).Build();
        _direct.PowerOn();
        _direct.Process([0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01], _answer);
        _direct.Process([0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x06], _answer);
        _read = new EmulatedCardBuilder(CardPerson.Sample).Build();
        EmulatedReader reader = new();
        reader.Insert(_read);
        _session = CardSession.Open(reader.Connect());
        _session.TrySelectApplication(CardApplicationId.Jpki);
        _session.SelectFile(_file);
        if (DirectRead() != 18 || ClientRead() != 16 || !_answer.AsSpan(0, 16).SequenceEqual(_destination))
        {
            throw new InvalidOperationException("A side of the comparison does not read.");
        }
    }

    [GlobalCleanup]
    public void TearDown()
    {
        _session.Dispose();
        _read.Dispose();
        _direct.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int DirectRead()
    {
        int length = _direct.Process(_readCommand, _answer);
        return _answer[length - 2] == 0x90 ? length : throw new InvalidOperationException("Refused.");
    }

    [Benchmark]
    public int ClientRead() => _session.ReadBinary(0, _destination);

    [Benchmark]
    public int ClientReadAsync()
    {
        ValueTask<int> reading = _session.ReadBinaryAsync(0, _destination);
        return reading.IsCompletedSuccessfully ? reading.Result : throw new InvalidOperationException("Not completed.");
    }

    [Benchmark]
    public void ClientSelectFile() => _session.SelectFile(_file);
}
