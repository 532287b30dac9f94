using MyNumber.Cli;

return (int)CliApplication.Run(args, Console.Out, Console.Error);
