from tqdm.std import tqdm as tqdm
