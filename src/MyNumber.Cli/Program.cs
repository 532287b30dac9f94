using System.Runtime.InteropServices;
using System.Text;
using MyNumber.Cli;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;
using MyNumber.Cli.Terminal;

// UTF-8 whatever the console's code page is: the reasons are Japanese, and JSON is UTF-8.
UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
using CancellationTokenSource stop = new();

// The first signal asks the tool to stop, the second ends it as the platform does.
void Stop(PosixSignalContext context)
{
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
StreamWriter output = new(new OutputStream(StandardOutput.Open()), utf8, bufferSize: 65536);
// Notices of a card and of its reader come from several threads.
TextWriter error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true });
CliStreams streams = new(output, error)
{
    OpenInput = Console.OpenStandardInput,
    HasDescriptor = Descriptor.IsGiven,
    OpenDescriptor = Descriptor.Open,
    ReadVariable = Environment.GetEnvironmentVariable,
    ReadKey = Console.IsInputRedirected || Console.IsErrorRedirected ? null : SilentKeys.Read,
    IsOutputTerminal = !Console.IsOutputRedirected,
    IsErrorTerminal = !Console.IsErrorRedirected,
};
ExitCode code = CliApplication.Run(args, streams, stop.Token);
try
{
    output.Flush();
}
catch (OutputLostException)
{
    // It was told when it was met; what could not be written then cannot be written now.
}

return (int)code;
