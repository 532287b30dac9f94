namespace BrowserTests.Stage;

/// <summary>The card agent with one invented person's card.</summary>
internal sealed class CardProgram : IAsyncDisposable
{
    private readonly ServerProgram _program;

    private CardProgram(ServerProgram program, int person, Uri address, string loginPin, string signaturePin)
    {
        _program = program;
        Person = person;
        Origin = address.GetLeftPart(UriPartial.Authority);
        LoginPin = loginPin;
        SignaturePin = signaturePin;
    }

    public int Person { get; }

    public string Origin { get; }

    /// <summary>利用者証明用 暗証番号, as the program told it.</summary>
    public string LoginPin { get; }

    /// <summary>署名用 暗証番号, as the program told it.</summary>
    public string SignaturePin { get; }

    public string Complaints => _program.Complaints;

    public static Task<CardProgram> StartAsync(int port, int person, params string[] allowed)
    {
        string[] sites = [.. allowed.SelectMany(origin => new[] { "--allow", origin })];
        return IntroduceAsync(ServerProgram.Start("CardAgent", ["--port", $"{port}", "--person", $"{person}", .. sites]), person);
    }

    /// <summary>Hears what a program that has just been started says of its address and its card. It belongs to the result from then on.</summary>
    public static async Task<CardProgram> IntroduceAsync(ServerProgram program, int person)
    {
        try
        {
            Uri address = new(await program.ReadLineAsync());
            await program.ReadLineAsync(); // that all of it is invented
            return new CardProgram(program, person, address, await ReadPinAsync(program), await ReadPinAsync(program));
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether it waits for a holder that another test left behind.</summary>
    public async Task<bool> IsBusyAsync()
    {
        using HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
        return (await client.GetStringAsync(Origin)).Contains("このサイトの依頼を受けています", StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private static async Task<string> ReadPinAsync(ServerProgram program)
    {
        string line = await program.ReadLineAsync();
        return line[(line.LastIndexOf(' ') + 1)..];
    }
}
