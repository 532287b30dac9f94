using System.Net;
using System.Net.Sockets;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests;

/// <summary>Descriptors as a shell gives them to the built tool. The file to sign is missing, so that a descriptor that is taken ends with 3 before any card is asked.</summary>
public sealed class PinDescriptorProcessTests
{
    // Without these the tool would inherit what the test's own starter left open.
    private const string Begin = "for n in {3..250}; do eval \"exec $n<&-\"; done; sign() { timeout 60 dotnet exec \"$tool\" card sign none --key authentication --lang en \"$@\"; }; tool=$0; cd \"$1\"; ";

    private static readonly string _tool = typeof(CliApplication).Assembly.Location;

    [SkippableTheory]
    [InlineData("not open at all", "--pin-fd 240")]
    [InlineData("a number beyond every table", "--pin-fd 2147483647")]
    [InlineData("numbers that the runtime opens for itself", "--pin-fd 3;--pin-fd 4;--pin-fd 5;--pin-fd 6;--pin-fd 7;--pin-fd 9;--pin-fd 12;--pin-fd 20")]
    [InlineData("standard input that is closed", "--pin-fd 0 0<&-")]
    [InlineData("opened for writing", "--pin-fd 3 3> written")]
    [InlineData("a folder", "--pin-fd 3 3< .")]
    [InlineData("another than the one that was opened", "--pin-fd 4 3< pin;--pin-fd 6 3< pin")]
    public void Descriptor_that_the_caller_did_not_give_is_usage_at_once(string row, string uses)
    {
        foreach (string use in uses.Split(';'))
        {
            ProgramOutcome outcome = Run(use);
            outcome.Output.Trim().ShouldBe("2", $"{row}: {use}: {outcome.Error}");
        }
    }

    [SkippableTheory]
    [InlineData("a file", "--pin-fd 3 3< pin")]
    [InlineData("a file for both ways", "--pin-fd 3 3<> pin")]
    [InlineData("a high number", "--pin-fd 200 200< pin")]
    [InlineData("a pipe", "--pin-fd 3 3< <(cat pin)")]
    [InlineData("a word of the shell", "--pin-fd 3 3<<< x")]
    [InlineData("a device", "--pin-fd 3 3< /dev/null")]
    [InlineData("standard input", "--pin-fd 0 < pin")]
    public void Descriptor_that_the_caller_gave_is_taken(string row, string use)
    {
        ProgramOutcome outcome = Run(use);
        outcome.Output.Trim().ShouldBe("3", $"{row}: {outcome.Error}");
        outcome.Error.ShouldContain("The file does not exist.", Case.Sensitive, row);
    }

    [SkippableTheory]
    [InlineData("as standard input, which some starters make of a pair", "--pin-fd 0 0<>")]
    [InlineData("as another number", "--pin-fd 3 3<>")]
    public void Socket_that_the_caller_gave_is_taken(string row, string use)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        ProgramOutcome outcome = Run(FormattableString.Invariant($"{use}/dev/tcp/127.0.0.1/{((IPEndPoint)listener.LocalEndpoint).Port}"));
        outcome.Output.Trim().ShouldBe("3", $"{row}: {outcome.Error}");
        outcome.Error.ShouldContain("The file does not exist.", Case.Sensitive, row);
    }

    private static ProgramOutcome Run(string use)
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no such numbers.");
        OutsideProgram.Require("dotnet", "dotnet-sdk-10.0");
        using TemporaryFolder folder = new();
        folder.Write("pin", "\n");
        return OutsideProgram.Require("bash", "bash").Run("-c", $"{Begin} sign {use}; echo $?", _tool, folder.Path);
    }
}
